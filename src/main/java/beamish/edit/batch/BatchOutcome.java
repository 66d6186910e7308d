package beamish.edit.batch;

import beamish.job.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of a photo.
 *
 * @param out what was written, or was there already; null if nothing
 * @param faces how many faces were edited
 * @param problem why it failed, one line that names the photo; null if it did not
 */
public record BatchOutcome(
    Path photo, Status status, @Nullable Path out, int faces, @Nullable Problem problem) {

  /** How it ended. */
  public enum Status {
    /** Written. */
    DONE,
    /** Written by an earlier run, and still right. */
    UP_TO_DATE,
    /** Skipped, because nobody was found in it. */
    NO_FACE,
    /** Failed. */
    FAILED
  }
}
