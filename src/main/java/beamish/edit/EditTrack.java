package beamish.edit;

import beamish.expression.ExpressionEdit;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One face's edits at knots all along the slider, from which those in between are blended for the
 * preview: a tick then costs no network pass. Filled in a face's idle moments, smiles first, since
 * most hands go there. Not thread-safe.
 */
final class EditTrack {
  /** Knots a unit of strength: eight leave no difference that a screen would show. */
  private static final int PER_UNIT = 8;

  private static final int LOWEST = -PER_UNIT;
  private static final int HIGHEST = 3 * PER_UNIT / 2;

  private final DoubleFunction<ExpressionEdit> decode;
  private final @Nullable ExpressionEdit[] knots = new ExpressionEdit[HIGHEST - LOWEST + 1];
  private int filled;

  /** An empty track of what {@code decode} gives for a strength. */
  EditTrack(DoubleFunction<ExpressionEdit> decode) {
    this.decode = decode;
  }

  /** Works out one more knot; false where all are there already. */
  boolean fill() {
    if (filled == knots.length) {
      return false;
    }
    int knot = filled <= HIGHEST ? filled : HIGHEST - filled;
    knots[knot - LOWEST] = decode.apply((double) knot / PER_UNIT);
    filled++;
    return true;
  }

  /** The blended edit; null where a knot beside it is not there yet, or off the slider. */
  @Nullable ExpressionEdit at(double strength) {
    double place = strength * PER_UNIT - LOWEST;
    int below = (int) Math.floor(place);
    if (below < 0 || place > knots.length - 1) {
      return null;
    }
    ExpressionEdit first = knots[below];
    if (first == null || place == below) {
      return first;
    }
    ExpressionEdit second = knots[below + 1];
    return second == null ? null : first.towards(second, (float) (place - below));
  }
}
