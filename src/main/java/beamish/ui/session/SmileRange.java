package beamish.ui.session;

import beamish.edit.FaceSmile;
import java.util.Locale;

/** The slider's scale: −1 (calm) … 0 (as photographed) … 1 (a smile) … 1.5 (a laugh). */
public final class SmileRange {
  /** The calmest strength. */
  public static final double MIN = FaceSmile.LEAST;

  /** The strongest smile. */
  public static final double MAX = FaceSmile.MOST;

  /** One press of an arrow key. */
  public static final double STEP = .05;

  /** One press of an arrow key with Shift. */
  public static final double FINE_STEP = .01;

  private static final double DETENT = .05;

  private SmileRange() {}

  /** The nearest strength on the scale, in hundredths. */
  public static double onScale(double strength) {
    return hundredths(Math.max(MIN, Math.min(MAX, strength)));
  }

  /** To the hundredths that sliders step by. */
  public static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** The nearest hundredth for a hand on a slider: near where nothing changes it catches there. */
  public static double caught(double value, double neutral) {
    return Math.abs(value - neutral) < DETENT ? neutral : hundredths(value);
  }

  /** A strength for people: {@code +0.50}, {@code 0.00}, {@code −0.25}. */
  public static String text(double strength) {
    double shown = onScale(strength);
    String sign = shown > 0 ? "+" : shown < 0 ? "\u2212" : "";
    return sign + String.format(Locale.ROOT, "%.2f", Math.abs(shown));
  }
}
