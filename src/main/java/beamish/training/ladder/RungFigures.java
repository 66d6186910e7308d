package beamish.training.ladder;

import beamish.job.WholeFile;
import beamish.training.recipe.HoleFigures;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rung came to, kept in its folder so that an interrupted ladder knows what is done. Means
 * over people are at strength 1.
 *
 * @param name the rung's
 * @param minutes its budget
 * @param seconds it was trained
 * @param parameters how many numbers it learned
 * @param photos it saw
 * @param repair how well it fills holes; null where it did not learn to
 * @param judgedOn names of the people that were asked for
 * @param people how many of them were measured
 * @param widening the mouth's width as a ratio to the untouched: how much smile there is
 * @param distance to the real smile, as a ratio to the untouched photo's
 * @param likeness to the untouched photo; NaN where that was not asked
 * @param sharpness of the face, as a ratio to the untouched photo's
 * @param monotone whose mouths widen from 0 to .5, to 1 and to 1.5
 * @param collapse the edit's size as a part of the real smile's: 0 for the identity function
 * @param note what else is worth a word
 */
public record RungFigures(
    String name,
    double minutes,
    double seconds,
    long parameters,
    long photos,
    @Nullable HoleFigures repair,
    List<String> judgedOn,
    int people,
    double widening,
    double distance,
    double likeness,
    double sharpness,
    long monotone,
    double collapse,
    String note) {
  private static final String FILE = "figures.json";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The figures in a folder, if they are there and of this training, these people and budget. */
  static Optional<RungFigures> read(
      Path folder, double minutes, Rung.Trained trained, List<String> people) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), RungFigures.class))
          .filter(f -> f.minutes == minutes && f.photos == trained.photos())
          .filter(f -> people.equals(f.judgedOn));
    } catch (IOException damaged) {
      // measured anew
      return Optional.empty();
    }
  }

  /** Keeps them. */
  void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
  }

  double photosPerSecond() {
    return seconds > 0 ? photos / seconds : Double.NaN;
  }
}
