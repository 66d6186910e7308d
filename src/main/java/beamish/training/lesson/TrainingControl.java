package beamish.training.lesson;

import beamish.job.Cancellation;

/** Holds a training, lets it go on, or ends it with the best so far. Any thread. */
public final class TrainingControl {
  /** How often a training that is held looks whether it was cancelled. */
  private static final long LOOK_MILLIS = 200;

  private boolean paused;
  private boolean stopped;

  /** Holds the training after its next step. */
  public synchronized void pause() {
    paused = true;
  }

  /** Lets it go on. */
  public synchronized void goOn() {
    paused = false;
    notifyAll();
  }

  /** Ends it after its next step; the best weights so far become the model. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Whether it is to be held. */
  public synchronized boolean isPaused() {
    return paused && !stopped;
  }

  /** Whether it is to end. */
  synchronized boolean isStopped() {
    return stopped;
  }

  /** Waits until it is no longer held. On the training's thread. */
  synchronized void await(Cancellation cancellation) {
    while (paused && !stopped && !cancellation.isCancelled()) {
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        // nobody interrupts a lane; whoever did wants an end
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
  }
}
