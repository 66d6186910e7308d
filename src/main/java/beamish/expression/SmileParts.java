package beamish.expression;

/**
 * How the parts of a smile are shown, whatever its strength.
 *
 * @param eyes how much of what the edit does above the mouth, at eyes and cheeks: 0 … 1 (as made) …
 *     1.5
 * @param teeth how far the lips part over teeth: 0 (closed) … 1 (as made)
 * @param symmetry 0 (as made) … 1 (both halves of the face do the same)
 */
public record SmileParts(double eyes, double teeth, double symmetry) {
  /** The most of {@link #eyes}. */
  public static final double MOST_EYES = 1.5;

  /** Every part as the model makes it. */
  public static final SmileParts NEUTRAL = new SmileParts(1, 1, 0);

  /** Refuses what lies off the scales. */
  public SmileParts {
    check("eyes", eyes, MOST_EYES);
    check("teeth", teeth, 1);
    check("symmetry", symmetry, 1);
  }

  private static void check(String part, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(part + " " + value);
    }
  }

  /** The same with other eyes. */
  public SmileParts withEyes(double next) {
    return new SmileParts(next, teeth, symmetry);
  }

  /** The same with other teeth. */
  public SmileParts withTeeth(double next) {
    return new SmileParts(eyes, next, symmetry);
  }

  /** The same with another symmetry. */
  public SmileParts withSymmetry(double next) {
    return new SmileParts(eyes, teeth, next);
  }

  /** Whether every part is as the model makes it. */
  public boolean areNeutral() {
    return equals(NEUTRAL);
  }
}
