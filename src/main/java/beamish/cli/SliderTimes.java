package beamish.cli;

import java.util.List;

/**
 * How long the preview lags behind the slider, in milliseconds, a number a move.
 *
 * @param screen what was painted on: {@code display} or {@code Headless}
 * @param previewEdge longest edge of the preview, pixels
 * @param faces that moved at once
 * @param painted from the slider's new value to the painted preview
 * @param dots of it: what the window takes to show a single changed pixel
 * @param decode of it: the networks
 * @param paste of it: the edit into the preview
 * @param convert of it: the preview into the screen's format
 */
public record SliderTimes(
    String screen,
    int previewEdge,
    int faces,
    List<Double> painted,
    List<Double> dots,
    List<Double> decode,
    List<Double> paste,
    List<Double> convert) {}
