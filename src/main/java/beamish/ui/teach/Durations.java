package beamish.ui.teach;

import beamish.ui.text.Messages;

/** Times to wait, as precise as they are known. */
final class Durations {
  private static final double MINUTE = 60;

  private Durations() {}

  static String text(double seconds) {
    if (seconds < MINUTE) {
      return Messages.text("train.time.seconds", 10 * (int) Math.ceil(seconds / 10));
    }
    double minutes = seconds / MINUTE;
    return minutes < 90
        ? Messages.text("train.time.minutes", Math.round(minutes))
        : Messages.text("train.time.hours", Math.round(minutes / 6) / 10.);
  }
}
