package beamish.expression.dl4j;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Keeps ND4J away from its CUDA backend where no card can run it. ND4J would find that out by
 * itself where there is no driver at all, but prints a stack trace on the way; and a card that is
 * too new for it, it would take and then fail on.
 */
public final class CpuOnly {
  private CpuOnly() {}

  /** From here on ND4J does not see CUDA; to be called before anything loads ND4J. */
  public static void choose() {
    ND4JClassLoading.setNd4jClassloader(new WithoutCuda(CpuOnly.class.getClassLoader()));
  }

  /** Hides the service file by which ND4J finds its CUDA backend. */
  private static final class WithoutCuda extends ClassLoader {
    private static final String BACKENDS = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    WithoutCuda(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      Enumeration<URL> all = super.getResources(name);
      if (!name.equals(BACKENDS)) {
        return all;
      }
      List<URL> kept = Collections.list(all);
      kept.removeIf(url -> url.getPath().contains("nd4j-cuda"));
      return Collections.enumeration(kept);
    }
  }
}
