package beamish.edit.batch;

import beamish.codec.ExportSettings;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is to do.
 *
 * @param photos which photos, in order; {n} in a name counts them from 1
 * @param out the folder to write to; made if it is not there
 * @param edit what to do to each photo
 * @param model the model's id
 * @param format null for each photo's own (PNG for what cannot be written)
 * @param settings how to write; the format in it counts for nothing
 * @param name how exports are called
 * @param clash what to do where a name is taken
 * @param noFace what to do with a photo in which nobody is found
 * @param jobs how many photos may be in memory at once, so that some are read and written while one
 *     is edited
 * @param resume whether what an earlier run has written, and nothing has changed since, is left out
 */
public record BatchOrder(
    List<BatchPhoto> photos,
    Path out,
    BatchEdit edit,
    String model,
    @Nullable PhotoFormat format,
    ExportSettings settings,
    NamePattern name,
    Clash clash,
    NoFace noFace,
    int jobs,
    boolean resume) {

  /** What to do where a file of the name is there already; no file is ever replaced. */
  public enum Clash {
    /** Put " (2)" behind the name. */
    NUMBER,
    /** Count the photo as failed. */
    ERROR
  }

  /** What to do with a photo in which nobody is found. */
  public enum NoFace {
    /** Write nothing. */
    SKIP,
    /** Write it without an edit. */
    COPY,
    /** Count it as failed. */
    ERROR
  }

  ExportSettings settingsFor(Path photo) {
    PhotoFormat own = PhotoFormat.ofFileName(photo).orElse(PhotoFormat.PNG);
    return settings.withFormat(format == null ? own : format);
  }
}
