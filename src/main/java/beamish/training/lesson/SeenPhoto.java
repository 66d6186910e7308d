package beamish.training.lesson;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a photo once it is closed again.
 *
 * @param taken when, by the camera's clock; null where the file does not tell
 * @param faces from left to right
 * @param chosen which of the faces is meant, or −1 where nobody has chosen among several
 * @param unreadable why the file could not be read, in one line; null where it could
 */
public record SeenPhoto(
    Path file,
    @Nullable LocalDateTime taken,
    List<SeenFace> faces,
    int chosen,
    @Nullable String unreadable) {

  /** The face that is meant: the chosen one, or else the largest. */
  public Optional<SeenFace> face() {
    if (chosen >= 0 && chosen < faces.size()) {
      return Optional.of(faces.get(chosen));
    }
    return faces.stream()
        .max((a, b) -> Double.compare(a.landmarks().eyeDistance(), b.landmarks().eyeDistance()));
  }

  /** The same with another face meant. */
  public SeenPhoto withChosen(int face) {
    return new SeenPhoto(file, taken, faces, face, unreadable);
  }
}
