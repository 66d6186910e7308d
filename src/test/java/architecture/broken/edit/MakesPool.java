package architecture.broken.edit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An executor outside the lanes. */
public final class MakesPool {
  /** Never called. */
  public ExecutorService make() {
    return Executors.newCachedThreadPool();
  }
}
