package beamish.edit;

import beamish.expression.ExpressionEdit;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One face's edits at knots all along a slider, from which those in between are blended for the
 * preview: a tick then costs no network pass. Not thread-safe.
 */
final class EditTrack {
  /** Knots a unit of the slider: with eight, nobody sees the difference while it moves. */
  private static final int PER_UNIT = 8;

  private final DoubleFunction<ExpressionEdit> decode;
  private final int lowest;
  private final @Nullable ExpressionEdit[] knots;
  private int filled;

  /**
   * An empty track of what {@code decode} gives along the slider.
   *
   * @param least where the slider begins, 0 or below
   * @param most where it ends
   */
  EditTrack(double least, double most, DoubleFunction<ExpressionEdit> decode) {
    this.decode = decode;
    this.lowest = (int) Math.floor(least * PER_UNIT);
    this.knots = new ExpressionEdit[(int) Math.ceil(most * PER_UNIT) - lowest + 1];
  }

  /**
   * Works out one more knot, from 0 upwards first, where most hands go; false where all are there
   * already.
   */
  boolean fill() {
    if (filled == knots.length) {
      return false;
    }
    int upwards = knots.length + lowest;
    knot(filled < upwards ? filled - lowest : knots.length - 1 - filled);
    filled++;
    return true;
  }

  private ExpressionEdit knot(int index) {
    ExpressionEdit known = knots[index];
    if (known == null) {
      known = decode.apply((double) (index + lowest) / PER_UNIT);
      knots[index] = known;
    }
    return known;
  }

  /** The blended edit; null where a knot beside it is not there yet, or off the slider. */
  @Nullable ExpressionEdit at(double value) {
    double place = value * PER_UNIT - lowest;
    if (place < 0 || place > knots.length - 1) {
      return null;
    }
    boolean there = knots[(int) Math.floor(place)] != null && knots[(int) Math.ceil(place)] != null;
    return there ? worked(value) : null;
  }

  /**
   * The blended edit, the knots beside it worked out where they are not there yet.
   *
   * @param value on the slider
   */
  ExpressionEdit worked(double value) {
    double place = value * PER_UNIT - lowest;
    int below = (int) Math.floor(place);
    ExpressionEdit first = knot(below);
    return place == below ? first : first.towards(knot(below + 1), (float) (place - below));
  }
}
