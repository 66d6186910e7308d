package beamish.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The clock of a machine that is shared. */
class WorkClockTest {

  @Test
  void theProcessorsClockCountsWorkAndNotWaiting() throws InterruptedException {
    WorkClock clock = WorkClock.processor();
    int cores = Runtime.getRuntime().availableProcessors();
    double start = clock.seconds();
    Thread.sleep(1500);
    double waited = clock.seconds() - start;
    long until = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + 1_500_000_000L;
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
    double worked = clock.seconds() - start - waited;
    assertThat(worked).isGreaterThan(1.4 / cores);
    // the collector and the compiler may do a little meanwhile
    assertThat(waited).isLessThan(.75);
  }
}
