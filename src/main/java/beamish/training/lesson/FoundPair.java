package beamish.training.lesson;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Two photos that are taken for a pair, good or bad.
 *
 * @param neutral the calm face
 * @param smiling the smiling face
 * @param how what made them a pair
 * @param overrule what somebody decided against the check: true to train on it all the same, false
 *     to leave it out; null where the check decides
 */
public record FoundPair(Path neutral, Path smiling, How how, @Nullable Boolean overrule) {

  /** What makes two photos a pair. */
  public enum How {
    /** Their names. */
    NAME,
    /** They were taken one after the other. */
    TIME,
    /** They show one person, calm and smiling, from the same side and in the same light. */
    LIKENESS,
    /** Somebody put them together. */
    HAND
  }

  /** A pair the check decides on. */
  public FoundPair(Path neutral, Path smiling, How how) {
    this(neutral, smiling, how, null);
  }

  /** The same decided by somebody. */
  public FoundPair overruled(@Nullable Boolean decision) {
    return new FoundPair(neutral, smiling, how, decision);
  }

  /** The two photos the other way round. */
  public FoundPair swapped() {
    return new FoundPair(smiling, neutral, How.HAND, null);
  }

  /** Whether a photo is one of the two. */
  public boolean has(Path photo) {
    return neutral.equals(photo) || smiling.equals(photo);
  }
}
