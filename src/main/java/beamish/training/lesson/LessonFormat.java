package beamish.training.lesson;

import beamish.face.Landmarks;
import beamish.image.Point;
import beamish.training.lesson.Lesson.Recipe;
import beamish.training.lesson.Lesson.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lesson's bytes: JSON. */
final class LessonFormat {
  static final int VERSION = 1;
  private static final String FORMAT = "beamish-lesson";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private LessonFormat() {}

  private record FileJson(
      String format,
      int version,
      String name,
      Step step,
      List<String> sources,
      List<PhotoJson> photos,
      List<PairJson> found,
      Recipe recipe) {}

  private record PhotoJson(
      String file,
      long modified,
      @Nullable String taken,
      List<FaceJson> faces,
      int chosen,
      @Nullable String cut,
      @Nullable String unreadable) {}

  /** Landmarks: x and y of eyes and mouth corners, left first. */
  private record FaceJson(
      double[] landmarks, double yaw, double sharpness, float[] likeness, float[] light) {}

  private record PairJson(
      String neutral, String smiling, FoundPair.How how, @Nullable Boolean overrule) {}

  static byte[] bytes(Lesson lesson) {
    try {
      return JSON.writeValueAsBytes(
          new FileJson(
              FORMAT,
              VERSION,
              lesson.name(),
              lesson.step(),
              lesson.sources().stream().map(Path::toString).toList(),
              lesson.photos().stream().map(LessonFormat::json).toList(),
              lesson.found().stream()
                  .map(
                      p ->
                          new PairJson(
                              p.neutral().toString(),
                              p.smiling().toString(),
                              p.how(),
                              p.overrule()))
                  .toList(),
              lesson.recipe()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PhotoJson json(SeenPhoto photo) {
    LocalDateTime taken = photo.taken();
    Path cut = photo.cut();
    return new PhotoJson(
        photo.file().toString(),
        photo.modified(),
        taken == null ? null : taken.toString(),
        photo.faces().stream().map(LessonFormat::json).toList(),
        photo.chosen(),
        cut == null ? null : cut.toString(),
        photo.unreadable());
  }

  private static FaceJson json(SeenFace face) {
    Landmarks l = face.landmarks();
    return new FaceJson(
        new double[] {
          l.leftEye().x(), l.leftEye().y(), l.rightEye().x(), l.rightEye().y(),
          l.leftMouth().x(), l.leftMouth().y(), l.rightMouth().x(), l.rightMouth().y()
        },
        face.yawDegrees(),
        face.sharpness(),
        array(face.likeness()),
        array(face.light()));
  }

  private static float[] array(List<Float> list) {
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  /**
   * Reads it back.
   *
   * @throws IOException if it is damaged, or a later version's
   */
  static Lesson read(byte[] bytes) throws IOException {
    JsonNode tree = JSON.readTree(bytes);
    if (tree == null || !FORMAT.equals(tree.path("format").textValue())) {
      throw new IOException("no lesson of this program");
    }
    if (tree.path("version").asInt() > VERSION) {
      throw new IOException("of a newer version of this program");
    }
    try {
      return lesson(JSON.treeToValue(tree, FileJson.class));
    } catch (RuntimeException e) {
      throw new IOException("it makes no sense", e);
    }
  }

  private static Lesson lesson(FileJson file) {
    return new Lesson(
        Objects.requireNonNull(file.name),
        Objects.requireNonNull(file.step),
        file.sources.stream().map(Path::of).toList(),
        file.photos.stream().map(LessonFormat::photo).toList(),
        file.found.stream()
            .map(
                p ->
                    new FoundPair(
                        Path.of(p.neutral),
                        Path.of(p.smiling),
                        Objects.requireNonNull(p.how),
                        p.overrule))
            .toList(),
        Objects.requireNonNull(file.recipe));
  }

  private static SeenPhoto photo(PhotoJson photo) {
    return new SeenPhoto(
        Path.of(photo.file),
        photo.modified,
        photo.taken == null ? null : LocalDateTime.parse(photo.taken),
        photo.faces.stream().map(LessonFormat::face).toList(),
        photo.chosen,
        photo.cut == null ? null : Path.of(photo.cut),
        photo.unreadable);
  }

  private static SeenFace face(FaceJson face) {
    double[] l = face.landmarks;
    return new SeenFace(
        new Landmarks(
            new Point(l[0], l[1]),
            new Point(l[2], l[3]),
            new Point(l[4], l[5]),
            new Point(l[6], l[7])),
        face.yaw,
        face.sharpness,
        FaceSight.list(face.likeness),
        FaceSight.list(face.light));
  }
}
