package beamish.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One of the {@link SmileParts}, whichever it is. */
public enum SmilePart {
  /** {@link SmileParts#eyes}. */
  EYES,
  /** {@link SmileParts#teeth}. */
  TEETH,
  /** {@link SmileParts#symmetry}. */
  SYMMETRY;

  /** How it is shown. */
  public double of(SmileParts parts) {
    return switch (this) {
      case EYES -> parts.eyes();
      case TEETH -> parts.teeth();
      case SYMMETRY -> parts.symmetry();
    };
  }

  /** The same parts with this one shown otherwise, 0 … {@link #most}. */
  public SmileParts in(SmileParts parts, double value) {
    return switch (this) {
      case EYES -> parts.withEyes(value);
      case TEETH -> parts.withTeeth(value);
      case SYMMETRY -> parts.withSymmetry(value);
    };
  }

  /** The end of its scale, which begins at 0. */
  public double most() {
    return this == EYES ? SmileParts.MOST_EYES : 1;
  }

  /** The only one that is shown differently in two looks; empty where none is, or several. */
  public static Optional<SmilePart> onlyOneOf(SmileParts a, SmileParts b) {
    List<SmilePart> different =
        Arrays.stream(values()).filter(part -> part.of(a) != part.of(b)).toList();
    return different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
  }
}
