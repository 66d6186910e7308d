package beamish.training.lesson;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the check says of a pair.
 *
 * @param reason what is wrong, or nothing
 * @param photo the photo it is wrong with; null where it is the two together
 * @param number what was measured, for the telling: eye distance in pixels, degrees, or 0
 */
public record Verdict(Reason reason, @Nullable Path photo, double number) {

  /** What can be wrong with a pair, the first that applies. */
  public enum Reason {
    /** Nothing. */
    GOOD,
    /** A file cannot be read. */
    UNREADABLE,
    /** Nobody is found in a photo. */
    NO_FACE,
    /** It has to be said which face is meant. */
    SEVERAL_FACES,
    /** A face has too few pixels. */
    TOO_SMALL,
    /** A face is out of focus or was moving. */
    BLURRED,
    /** A face looks away. */
    TURNED,
    /** The two are not one person. */
    DIFFERENT_PEOPLE,
    /** The photo given as neutral smiles more. */
    WRONG_WAY,
    /** The two smile alike. */
    SAME_SMILE,
    /** Another pair shows the same. */
    DUPLICATE
  }

  static final Verdict GOOD = new Verdict(Reason.GOOD, null, 0);

  /** Whether there is nothing wrong. */
  public boolean isGood() {
    return reason == Reason.GOOD;
  }

  /** Whether somebody may decide to train on the pair all the same. */
  public boolean canBeOverruled() {
    return reason != Reason.UNREADABLE && reason != Reason.NO_FACE;
  }

  /** Whether a pair with this verdict is trained on, by what somebody decided, if so. */
  boolean uses(FoundPair pair) {
    return pair.overrule() == null ? isGood() : pair.overrule() && canBeOverruled();
  }
}
