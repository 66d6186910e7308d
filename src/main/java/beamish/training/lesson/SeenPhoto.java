package beamish.training.lesson;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a photo once it is closed again.
 *
 * @param modified when its file was last changed, milliseconds since 1970: tells whether it has to
 *     be looked at again
 * @param taken when, by the camera's clock; null where the file does not tell
 * @param faces from left to right
 * @param chosen which of the faces is meant; −1 where nobody has chosen
 * @param cut the chosen face as a photo of its own, see {@link FaceCut}; null where the photo
 *     itself will do
 * @param unreadable why the file could not be read, in one line; null where it could
 */
public record SeenPhoto(
    Path file,
    long modified,
    @Nullable LocalDateTime taken,
    List<SeenFace> faces,
    int chosen,
    @Nullable Path cut,
    @Nullable String unreadable) {
  /** A second face counts from so much of the largest one's size on. */
  private static final double NOTABLE = .5;

  public SeenPhoto {
    faces = List.copyOf(faces);
  }

  /** Which face is meant: the chosen one, or else the largest; −1 where there is none. */
  public int faceIndex() {
    return chosen >= 0 && chosen < faces.size() ? chosen : largest().map(faces::indexOf).orElse(-1);
  }

  /** The face that is meant. */
  public Optional<SeenFace> face() {
    int index = faceIndex();
    return index < 0 ? Optional.empty() : Optional.of(faces.get(index));
  }

  /** Whether somebody has to say which of several faces is meant. */
  public boolean isOpenWhichFace() {
    double most = largest().map(SeenPhoto::size).orElse(0.);
    return chosen < 0 && faces.stream().filter(f -> size(f) > NOTABLE * most).count() > 1;
  }

  private Optional<SeenFace> largest() {
    return faces.stream().max(Comparator.comparingDouble(SeenPhoto::size));
  }

  private static double size(SeenFace face) {
    return face.landmarks().eyeDistance();
  }

  /** The same with a face chosen, which was cut out into {@code file}. */
  public SeenPhoto withChosen(int face, Path cutOut) {
    return new SeenPhoto(file, modified, taken, faces, face, cutOut, unreadable);
  }

  /** What to train on: the photo, or the part of it with the face that was chosen. */
  public Path toLearnFrom() {
    return cut == null ? file : cut;
  }
}
