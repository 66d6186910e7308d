package beamish.training.lesson;

import beamish.face.Landmarks;
import beamish.image.Point;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Photos as they would be remembered. */
public final class Seen {
  static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 6, 12, 0);

  private Seen() {}

  /** A sharp frontal face, its eyes 100 px apart. */
  public static SeenFace face(int person, double smile) {
    return face(person, smile, .5, 100, 0, .6);
  }

  static SeenFace face(
      int person, double smile, double light, double eyes, double yaw, double sharpness) {
    List<Float> who = new ArrayList<>(Collections.nCopies(8, 0f));
    who.set(person, 1f);
    double half = (.8 + smile / 2) * eyes / 2;
    double low = (1.1 - smile / 2) * eyes;
    return new SeenFace(
        new Landmarks(
            new Point(200 - eyes / 2, 200),
            new Point(200 + eyes / 2, 200),
            new Point(200 - half, 200 + low),
            new Point(200 + half, 200 + low)),
        yaw,
        sharpness,
        who,
        Collections.nCopies(FaceSight.GRID * FaceSight.GRID, (float) light));
  }

  public static SeenPhoto photo(String file, SeenFace... faces) {
    return photo(file, null, faces);
  }

  static SeenPhoto photo(String file, @Nullable LocalDateTime taken, SeenFace... faces) {
    return new SeenPhoto(Path.of(file), 1, taken, List.of(faces), -1, null, null);
  }

  static FoundPair pair(String neutral, String smiling) {
    return new FoundPair(Path.of(neutral), Path.of(smiling), FoundPair.How.HAND);
  }
}
