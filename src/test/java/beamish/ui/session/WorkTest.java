package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.job.Cancellation;
import beamish.job.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkTest {
  private final Notices notices = new Notices();
  private final Work work = new Work(Runnable::run, new Failures(notices)::report);
  private final CompletableFuture<String> result = new CompletableFuture<>();
  private final List<String> done = new ArrayList<>();
  private final List<Cancellation> cancellations = new ArrayList<>();

  private void start() {
    work.start(
        "Opening",
        (cancellation, progress) -> {
          cancellations.add(cancellation);
          progress.report(.5, "half");
          return result;
        },
        done::add);
  }

  @Test
  void tellsHowFarItIsAndEnds() {
    start();
    assertThat(work.runningProperty().get()).isTrue();
    assertThat(work.fractionProperty().get()).isEqualTo(.5);
    assertThat(work.stepProperty().get()).isEqualTo("half");
    result.complete("photo");
    assertThat(work.runningProperty().get()).isFalse();
    assertThat(done).containsExactly("photo");
  }

  @Test
  void cancelStopsAtOnceAndSaysNothing() {
    start();
    work.cancel();
    assertThat(work.runningProperty().get()).isFalse();
    assertThat(cancellations.get(0).isCancelled()).isTrue();
    result.completeExceptionally(new java.util.concurrent.CancellationException());
    assertThat(notices.currentProperty().get()).isNull();
  }

  @Test
  void newWorkReplacesTheOld() {
    start();
    start();
    assertThat(cancellations.get(0).isCancelled()).isTrue();
    assertThat(cancellations.get(1).isCancelled()).isFalse();
    assertThat(work.runningProperty().get()).isTrue();
  }

  @Test
  void aProblemBecomesAMessage() {
    start();
    result.completeExceptionally(new Problem("a.jpg is empty. Open another."));
    assertThat(work.runningProperty().get()).isFalse();
    Notices.Notice notice = notices.currentProperty().get();
    assertThat(notice).isNotNull();
    assertThat(notice.text()).isEqualTo("a.jpg is empty. Open another.");
  }
}
