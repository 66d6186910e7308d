package beamish.cli;

import java.util.List;

/**
 * How a program of its own showed a window.
 *
 * @param by what started it: {@code start script} or {@code java}
 * @param shown from its start to the window on the screen, seconds
 * @param editable from the window's making to the photo that can be edited, seconds; NaN without
 *     one
 * @param panned milliseconds from each move over the photo at 100 % to the screen that shows it;
 *     empty without one
 * @param zoomed the same of each step out and in
 * @param peakGigabytes the most memory that it held: heap, native memory and code; NaN where the
 *     system does not tell
 */
public record WindowTimes(
    String by,
    double shown,
    double editable,
    List<Double> panned,
    List<Double> zoomed,
    double peakGigabytes) {}
