package beamish.expression;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * How far smiles part one face's lips, over their strength. A mouth branch that is not sure of a
 * face parts its lips late and all of a sudden as the strength grows, and may shut them again in a
 * stronger smile; real lips part gradually and stay apart. So the branch is asked at a few
 * strengths alone. No smile parts lips less than a weaker one, nor a stranger's less than a
 * stronger one lets expect of it; in between they part evenly.
 *
 * <p>Asks when it is first needed. One thread at a time.
 */
public final class LipOpening {
  private static final double[] ASKED = {.75, 1, 1.5};

  /** Where lips are told to be; those asked among them. */
  private static final double[] KNOTS = {.5, .75, 1, 1.5};

  /**
   * The lips of 26 people trained on who show their teeth part by {@code strength^GROWTH} (see
   * {@link TeethFinish#heighten}).
   */
  static final double GROWTH = .7;

  private final boolean stranger;
  private List<Parted> asked = List.of();

  /**
   * Of a face that nothing is known of.
   *
   * @param stranger whether the branch has not learned it
   */
  public LipOpening(boolean stranger) {
    this.stranger = stranger;
  }

  /**
   * How lips are parted.
   *
   * @param height where the gap is highest, crop widths
   * @param sure how surely they are: 0 … 1
   * @param like strength of a smile that has them apart, and whose gap is most like this one's
   */
  public record Parted(double height, double sure, double like) {}

  /**
   * How a strength parts the lips; by its square up to the first knot, since a faint smile hardly
   * parts them.
   *
   * @param strength above 0
   * @param branch how a mouth branch parts them at a strength; asked once
   */
  public Parted at(double strength, DoubleFunction<Parted> branch) {
    if (asked.isEmpty()) {
      asked = Arrays.stream(ASKED).mapToObj(branch).toList();
    }
    int next = 0;
    while (next < KNOTS.length - 1 && KNOTS[next] < strength) {
      next++;
    }
    Parted after = knot(KNOTS[next]);
    if (next == 0) {
      double share = Math.min(1, strength / KNOTS[0]);
      return new Parted(share * share * after.height, after.sure, after.like);
    }
    Parted before = knot(KNOTS[next - 1]);
    double share = Math.min(1, (strength - KNOTS[next - 1]) / (KNOTS[next] - KNOTS[next - 1]));
    return new Parted(
        before.height + share * (after.height - before.height),
        before.sure + share * (after.sure - before.sure),
        after.like);
  }

  private Parted knot(double strength) {
    double height = 0;
    double sure = 0;
    double like = strength;
    for (Parted smile : asked) {
      double part = expected(strength, smile.like);
      if (part * smile.height > height) {
        height = part * smile.height;
        like = smile.like;
      }
      sure = part > 0 ? Math.max(sure, smile.sure) : sure;
    }
    return new Parted(height, sure, like);
  }

  /** How far a strength parts lips, as a part of what another does. */
  private double expected(double strength, double other) {
    if (strength >= other) {
      return 1;
    }
    return stranger || strength < ASKED[0] ? Math.pow(strength / other, GROWTH) : 0;
  }
}
