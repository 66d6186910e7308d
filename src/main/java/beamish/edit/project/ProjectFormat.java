package beamish.edit.project;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import beamish.edit.SmileSettings;
import beamish.expression.SmileParts;
import beamish.face.Landmarks;
import beamish.image.Box;
import beamish.image.Point;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sidecar's bytes: JSON, with the smiles as they stand for whoever looks into it, and the steps
 * that lead there.
 */
final class ProjectFormat {
  static final int VERSION = 3;
  private static final String FORMAT = "beamish-edit";
  private static final double LEAST = -1;
  private static final double MOST = 1.5;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ProjectFormat() {}

  /**
   * What one sidecar holds.
   *
   * @param place the photo's full path where this does not lie beside it, else null
   */
  record Content(PhotoId photo, @Nullable String place, Project project) {}

  /** A sidecar of a version that came later. */
  static final class NewerVersionException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private record FileJson(
      String format,
      int version,
      PhotoId photo,
      @Nullable String place,
      String model,
      List<FaceJson> faces,
      Map<Integer, Double> strengths,
      Map<Integer, SmileParts> parts,
      int position,
      List<StepJson> steps,
      @Nullable SmilesJson exported) {}

  private record SmilesJson(Map<Integer, Double> strengths, Map<Integer, SmileParts> parts) {}

  /** Box: left, top, width, height; landmarks: x and y of eyes and mouth corners, left first. */
  private record FaceJson(double[] box, double[] landmarks) {}

  /** Places: landmarks as above, null for a face that is where it was found or gone. */
  private record StepJson(
      EditStep.Kind kind,
      Map<Integer, Double> strengths,
      Map<Integer, SmileParts> parts,
      Map<Integer, double @Nullable []> places) {}

  static byte[] bytes(Content content) {
    Project project = content.project;
    EditHistory history = project.history();
    SmilesJson present = smiles(history.present());
    SmileSettings exported = project.exported();
    try {
      return JSON.writeValueAsBytes(
          new FileJson(
              FORMAT,
              VERSION,
              content.photo,
              content.place,
              project.model(),
              project.faces().stream().map(ProjectFormat::face).toList(),
              present.strengths,
              present.parts,
              history.position(),
              history.steps().stream().map(ProjectFormat::step).toList(),
              exported == null ? null : smiles(exported)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SmilesJson smiles(SmileSettings settings) {
    return new SmilesJson(new TreeMap<>(settings.strengths()), new TreeMap<>(settings.parts()));
  }

  private static FaceJson face(KnownFace f) {
    return new FaceJson(
        new double[] {f.box().x(), f.box().y(), f.box().width(), f.box().height()},
        numbers(f.landmarks()));
  }

  private static double[] numbers(Landmarks l) {
    return new double[] {
      l.leftEye().x(), l.leftEye().y(), l.rightEye().x(), l.rightEye().y(),
      l.leftMouth().x(), l.leftMouth().y(), l.rightMouth().x(), l.rightMouth().y()
    };
  }

  private static StepJson step(EditStep step) {
    Map<Integer, double @Nullable []> places = new TreeMap<>();
    step.places()
        .forEach((face, there) -> places.put(face, there.map(ProjectFormat::numbers).orElse(null)));
    return new StepJson(
        step.kind(), new TreeMap<>(step.strengths()), new TreeMap<>(step.parts()), places);
  }

  /**
   * Reads it back.
   *
   * @throws NewerVersionException if a later version wrote it
   * @throws IOException if it is damaged in any other way
   */
  static Content read(byte[] bytes) throws IOException {
    JsonNode tree = JSON.readTree(bytes);
    if (tree == null || !FORMAT.equals(tree.path("format").textValue())) {
      throw new IOException("no edit of this program");
    }
    if (tree.path("version").asInt() > VERSION) {
      throw new NewerVersionException();
    }
    try {
      renew((ObjectNode) tree, tree.path("version").asInt());
      return content(JSON.treeToValue(tree, FileJson.class));
    } catch (RuntimeException e) {
      throw new IOException("it makes no sense", e);
    }
  }

  /** Makes a file of an earlier version one of this. */
  private static void renew(ObjectNode file, int version) {
    if (version < 2) {
      // no face was ever put elsewhere then
      file.path("steps").forEach(step -> ((ObjectNode) step).putObject("places"));
    }
    if (version < 3) {
      // nor were parts shown differently
      file.putObject("parts");
      file.path("steps").forEach(step -> ((ObjectNode) step).putObject("parts"));
      JsonNode exported = file.get("exported");
      if (exported != null && exported.isObject()) {
        file.putObject("exported").<ObjectNode>set("strengths", exported).putObject("parts");
      }
    }
  }

  private static Content content(FileJson file) throws IOException {
    List<KnownFace> faces = file.faces.stream().map(ProjectFormat::known).toList();
    int known = faces.size();
    for (StepJson step : file.steps) {
      known += added(step.places, known);
      check(step.strengths, step.parts, known);
    }
    EditHistory history =
        new EditHistory(file.steps.stream().map(ProjectFormat::step).toList(), file.position);
    if (!history.present().equals(new SmileSettings(file.strengths, file.parts))) {
      throw new IOException("its smiles are not those of its steps");
    }
    SmileSettings exported = null;
    if (file.exported != null) {
      check(file.exported.strengths, file.exported.parts, known);
      exported = new SmileSettings(file.exported.strengths, file.exported.parts);
    }
    Project project = new Project(Objects.requireNonNull(file.model), faces, history, exported);
    return new Content(Objects.requireNonNull(file.photo), file.place, project);
  }

  /** How many faces a step added to those known: none, or one, which has the next number. */
  private static int added(Map<Integer, double @Nullable []> places, int known) throws IOException {
    for (Map.Entry<Integer, double @Nullable []> each : places.entrySet()) {
      boolean next = each.getKey() == known && each.getValue() != null;
      if (!next && (each.getKey() < 0 || each.getKey() >= known)) {
        throw new IOException("a place for face " + each.getKey());
      }
    }
    return places.containsKey(known) ? 1 : 0;
  }

  private static EditStep step(StepJson step) {
    Map<Integer, Optional<Landmarks>> places = new TreeMap<>();
    step.places.forEach(
        (face, there) ->
            places.put(face, there == null ? Optional.empty() : Optional.of(usable(there))));
    return new EditStep(Objects.requireNonNull(step.kind), step.strengths, step.parts, places);
  }

  private static Landmarks usable(double[] there) {
    Landmarks landmarks = landmarks(there);
    if (!landmarks.areUsable()) {
      throw new IllegalArgumentException("no face: " + landmarks);
    }
    return landmarks;
  }

  private static void check(
      Map<Integer, Double> strengths, Map<Integer, SmileParts> parts, int faces)
      throws IOException {
    for (Map.Entry<Integer, Double> each : strengths.entrySet()) {
      boolean known = each.getKey() >= 0 && each.getKey() < faces;
      if (!known || !(each.getValue() >= LEAST && each.getValue() <= MOST)) {
        throw new IOException("strength " + each.getValue() + " of face " + each.getKey());
      }
    }
    for (int face : parts.keySet()) {
      if (face < 0 || face >= faces) {
        throw new IOException("parts of face " + face);
      }
    }
  }

  private static KnownFace known(FaceJson face) {
    double[] b = face.box;
    return new KnownFace(new Box(b[0], b[1], b[2], b[3]), landmarks(face.landmarks));
  }

  private static Landmarks landmarks(double[] l) {
    return new Landmarks(
        new Point(l[0], l[1]), new Point(l[2], l[3]), new Point(l[4], l[5]), new Point(l[6], l[7]));
  }
}
