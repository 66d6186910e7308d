package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.face.CropTemplate;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a folder that the model store lists: weights as plain numbers, and their manifest. */
public final class Publication {
  private static final List<String> WEIGHTS =
      List.of("weights.safetensors", "weights-b.safetensors");

  private Publication() {}

  /**
   * Writes weights (half precision), then the manifest that makes the folder a model. Where there
   * is a model already the new weights get another name than its own, so that it stays whole until
   * the new manifest takes its place.
   *
   * @param folder its name becomes the model's id
   * @param strengthScale what strength 1 is in the network's own steps
   * @param training how it was made, for people
   * @throws IOException if the disk does not take it; the model that was there is then as it was
   */
  public static void publish(
      Path folder,
      String title,
      String architecture,
      int cropSize,
      StrengthScale strengthScale,
      String licence,
      List<String> data,
      Map<String, String> training,
      List<Tensor> weights)
      throws IOException {
    publish(
        folder,
        title,
        architecture,
        cropSize,
        strengthScale,
        licence,
        data,
        training,
        weights,
        null);
  }

  /** The same of an architecture that is drawn: {@code recipe} says how. */
  public static void publish(
      Path folder,
      String title,
      String architecture,
      int cropSize,
      StrengthScale strengthScale,
      String licence,
      List<String> data,
      Map<String, String> training,
      List<Tensor> weights,
      ModelManifest.@Nullable Recipe recipe)
      throws IOException {
    Files.createDirectories(folder);
    String old = ModelStore.weightsFile(folder);
    String name = WEIGHTS.get(old.equals(WEIGHTS.get(0)) ? 1 : 0);
    Path file = folder.resolve(name);
    SafeTensors.write(
        file, weights, Map.of("architecture", architecture), SafeTensors.Precision.F16);
    List<ModelManifest.Tensor> tensors = new ArrayList<>();
    for (Tensor t : weights) {
      float min = Float.POSITIVE_INFINITY;
      float max = Float.NEGATIVE_INFINITY;
      for (float f : t.data()) {
        min = Math.min(min, f);
        max = Math.max(max, f);
      }
      tensors.add(
          new ModelManifest.Tensor(
              t.name(), Arrays.stream(t.shape()).boxed().toList(), layout(t), min, max));
    }
    ModelStore.write(
        folder,
        new ModelManifest(
            folder.toAbsolutePath().normalize().getFileName().toString(),
            title,
            architecture,
            cropSize,
            List.of(
                CropTemplate.LEFT_EYE.x(),
                CropTemplate.LEFT_EYE.y(),
                CropTemplate.RIGHT_EYE.x(),
                CropTemplate.RIGHT_EYE.y()),
            List.of(-1.0, 1.5),
            strengthScale,
            licence,
            data,
            training,
            name,
            ModelStore.sha256(file),
            tensors,
            recipe));
    if (WEIGHTS.contains(old)) {
      Files.deleteIfExists(folder.resolve(old));
    }
  }

  /** A manifest for weights in memory, which nobody has published. */
  public static ModelManifest unpublished(String id, String architecture, StrengthScale scale) {
    return new ModelManifest(
        id,
        id,
        architecture,
        EditGeometry.CROP,
        List.of(),
        List.of(-1.0, 1.5),
        scale,
        "",
        List.of(),
        Map.of(),
        "",
        "",
        List.of());
  }

  /** How DL4J lays its parameters out, and pictures are. */
  private static String layout(Tensor t) {
    if (t.name().endsWith(".b")) {
      return "1O";
    }
    return switch (t.shape().length) {
      case 4 -> "OIHW";
      case 3 -> "CHW";
      case 1 -> "O";
      default -> "IO";
    };
  }
}
