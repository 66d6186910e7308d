package beamish.cli;

import java.util.Locale;

/**
 * What a figure should not exceed.
 *
 * @param most in the unit of the figure
 * @param unit as it is printed
 */
record Aim(double most, String unit) {

  /** Whether a figure that is there keeps to it, for the end of a line. */
  String judge(double figure) {
    String verdict = Double.isNaN(figure) ? "not known" : isMet(figure) ? "met" : "MISSED";
    return String.format(Locale.ROOT, "; aim %s%s: %s", number(), unit, verdict);
  }

  boolean isMet(double figure) {
    return figure <= most;
  }

  private String number() {
    return most == Math.rint(most)
        ? String.valueOf((long) most)
        : String.format(Locale.ROOT, "%.1f", most);
  }
}
