package beamish.ui.teach;

import beamish.ui.text.Messages;

/** Times to wait, to a sixth at least: nobody knows them better. */
final class Durations {
  private static final double MINUTE = 60;

  /** Whole minutes are precise enough from here on. */
  private static final double MINUTES = 5 * MINUTE;

  private Durations() {}

  static String text(double seconds) {
    int tens = (int) Math.ceil(seconds / 10);
    if (seconds <= MINUTE) {
      return Messages.text("train.time.seconds", 10 * tens);
    }
    if (seconds < MINUTES) {
      return Messages.text("train.time.minutesAndSeconds", tens / 6, tens % 6 * 10);
    }
    double minutes = seconds / MINUTE;
    return minutes < 90
        ? Messages.text("train.time.minutes", Math.round(minutes))
        : Messages.text("train.time.hours", Math.round(minutes / 6) / 10.);
  }
}
