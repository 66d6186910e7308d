package beamish.codec;

import java.util.ArrayList;
import java.util.List;

/** How an animation goes through its steps: forward, a rest, backward, a rest, for ever. */
final class LoopOrder {
  /** Hundredths of a second, which is what GIF counts in. */
  private static final int FRAME = 6;

  private static final int REST = 70;

  private LoopOrder() {}

  /**
   * A step shown.
   *
   * @param step its number
   * @param hundredths of a second that it is shown for
   */
  record Frame(int step, int hundredths) {}

  /** The frames of {@code count} steps. */
  static List<Frame> of(int count) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new Frame(i, i == 0 || i == count - 1 ? REST : FRAME));
    }
    for (int i = count - 2; i > 0; i--) {
      frames.add(new Frame(i, FRAME));
    }
    return frames;
  }
}
