package beamish.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The application's threads, all of them daemons. Networks and detectors are created, used and
 * closed on {@link #model()} only, because DL4J networks are not thread-safe; files are read and
 * written on {@link #io()}; a training has a lane of its own.
 */
public final class Lanes implements AutoCloseable {
  private final ExecutorService model = single("beamish-model");
  private final ExecutorService training = single("beamish-training");
  private final ExecutorService io =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("beamish-io-", 0).factory());

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon(true).factory());
  }

  /** One thread, in order: networks and detectors. */
  public Executor model() {
    return model;
  }

  /** One thread, in order: trainings. */
  public Executor training() {
    return training;
  }

  /** As many virtual threads as asked for: files. */
  public Executor io() {
    return io;
  }

  /** Runs {@code work} on {@code lane}. */
  public static <T> CompletableFuture<T> on(Executor lane, Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, lane);
  }

  /** Lets what is queued finish and takes nothing new; does not wait. */
  @Override
  public void close() {
    model.shutdown();
    training.shutdown();
    io.shutdown();
  }
}
