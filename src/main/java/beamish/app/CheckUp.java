package beamish.app;

import beamish.cli.Finding;
import beamish.edit.Studio;
import beamish.expression.ModelManifest;
import beamish.expression.dl4j.HelperCheck;
import beamish.face.FaceFinder;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Examines the installation for {@code beamish doctor}. */
final class CheckUp {
  private static final int JAVA_WANTED = 25;
  private static final long MEGABYTE = 1L << 20;

  private final Studio studio;
  private final Folders folders;

  CheckUp(Studio studio, Folders folders) {
    this.studio = studio;
    this.folders = folders;
  }

  /** Looks at everything, one finding each; what cannot even be looked at is a finding too. */
  List<Finding> findings() {
    return List.of(
        java(),
        memory(),
        guarded("networks", () -> onModelLane(CheckUp::networks)),
        waiting(),
        guarded("faces", () -> onModelLane(this::faces)),
        guarded("gpu", () -> onModelLane(CheckUp::graphics)),
        guarded("models", this::models),
        samples(),
        log(),
        window());
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return new Finding(
        "java",
        version >= JAVA_WANTED,
        Runtime.version()
            + " by "
            + System.getProperty("java.vendor")
            + (version >= JAVA_WANTED ? "" : ": install Java " + JAVA_WANTED + " or newer"));
  }

  private static Finding memory() {
    return new Finding(
        "memory",
        true,
        "up to "
            + Runtime.getRuntime().maxMemory() / MEGABYTE
            + " MB of heap, "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
  }

  private static Finding networks() {
    HelperCheck check = HelperCheck.run();
    String backend = "ND4J on " + check.backend() + ", " + check.threads() + " threads";
    return check.isFast()
        ? new Finding("networks", true, backend + ", fast convolutions on (" + check.kernel() + ")")
        : new Finding(
            "networks",
            false,
            backend
                + ", fast convolutions OFF, ten times slower: is -D"
                + NativeEnvironment.HELPERS_DISABLED
                + "=true set, or the nd4j-native jar without oneDNN?");
  }

  private static Finding waiting() {
    Optional<String> policy = NativeEnvironment.variable(NativeEnvironment.WAIT_POLICY);
    boolean passive = policy.equals(Optional.of("passive"));
    return new Finding(
        "waiting",
        passive,
        NativeEnvironment.WAIT_POLICY
            + "="
            + policy.orElse("")
            + (passive ? "" : ": much slower beside other programs; set it to passive"));
  }

  private Finding faces() {
    try (FaceFinder finder = studio.finders().get()) {
      return new Finding("faces", true, "OpenCV, " + finder.getClass().getSimpleName());
    }
  }

  private static Finding graphics() {
    if (!NativeEnvironment.isCudaBuild()) {
      return new Finding(
          "gpu", true, "not used: this is the CPU build (mvn -Pcuda makes the other)");
    }
    GraphicsCard card = GraphicsCard.look();
    boolean used = HelperCheck.run().backend().equals("CUDA");
    return new Finding(
        "gpu",
        used,
        card.text() + (card.isUsable() && !used ? ": not taken by ND4J; the log says why" : ""));
  }

  private Finding models() {
    String where = " in " + folders.models() + " and " + folders.userModels();
    List<ModelManifest> models = studio.models().list();
    return models.isEmpty()
        ? new Finding("models", false, "none" + where)
        : new Finding(
            "models",
            true,
            models.stream().map(ModelManifest::id).collect(Collectors.joining(", ")) + where);
  }

  private Finding samples() {
    return new Finding("samples", true, there(folders.samples()));
  }

  private Finding log() {
    boolean writable = Files.isWritable(folders.logs());
    return new Finding(
        "log", writable, folders.logs() + (writable ? "" : ": cannot be written to"));
  }

  private static Finding window() {
    return new Finding("window", true, Display.missing().orElse("there is a display"));
  }

  private static String there(Path folder) {
    return folder + (Files.isDirectory(folder) ? "" : " (not there)");
  }

  private Finding onModelLane(Supplier<Finding> look) {
    return Lanes.on(studio.lanes().model(), look).join();
  }

  /** A look that may fail, as natives do that were built for another machine. */
  private static Finding guarded(String subject, Supplier<Finding> look) {
    try {
      return look.get();
    } catch (CompletionException e) {
      return new Finding(subject, false, String.valueOf(e.getCause()));
    } catch (Problem e) {
      return new Finding(subject, false, String.valueOf(e.getMessage()));
    }
  }
}
