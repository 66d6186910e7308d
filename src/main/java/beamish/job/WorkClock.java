package beamish.job;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a budget of time is counted by. */
@FunctionalInterface
public interface WorkClock {
  /** As clocks on walls go: what somebody waits for. */
  WorkClock WALL = () -> System.nanoTime() / 1e9;

  /** Seconds since any moment; never less than before. */
  double seconds();

  /**
   * Processor time of this process, shared by all cores: on a machine with nothing else to do about
   * what the wall's clock says, and elsewhere the same work in the same time. It stands still while
   * the process does.
   */
  static WorkClock processor() {
    int cores = Runtime.getRuntime().availableProcessors();
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            && system.getProcessCpuTime() >= 0
        ? () -> system.getProcessCpuTime() / 1e9 / cores
        : WALL;
  }
}
