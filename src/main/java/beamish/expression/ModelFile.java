package beamish.expression;

import beamish.job.Problem;
import beamish.job.WholeFile;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A model as one file to hand on: a zip of manifest, weights and card, and of nothing else. What is
 * read may come from anybody: only these three names are taken, each once and up to a size,
 * whatever the file says of itself, and the weights are plain numbers that must be those the
 * manifest vouches for. Nothing is written while reading.
 */
public final class ModelFile {
  /** What such a file's name ends with. */
  public static final String ENDING = ".beamish-model";

  /** The card's name in a model's folder. */
  public static final String CARD = "MODEL_CARD.md";

  private static final String WEIGHTS = "weights.safetensors";
  private static final int MOST_TEXT = 1 << 20;
  private static final int MOST_WEIGHTS = 64 << 20;
  private static final Map<String, Integer> ALLOWED =
      Map.of(ModelStore.MANIFEST, MOST_TEXT, CARD, MOST_TEXT, WEIGHTS, MOST_WEIGHTS);

  /** Numbers of all tensors together; four times today's models would fit. */
  private static final long MOST_NUMBERS = 16 << 20;

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelFile() {}

  /**
   * A model that was read.
   *
   * @param weights the bytes that the manifest vouches for
   * @param tensors the same as numbers, by name
   * @param card markdown; may be empty
   */
  record Unpacked(
      ModelManifest manifest, byte[] weights, Map<String, Tensor> tensors, String card) {}

  /**
   * Writes the model in a folder as one file, which appears whole or not at all.
   *
   * @throws Problem if the model is damaged or the file cannot be written
   */
  public static void write(Path folder, ModelManifest manifest, Path file) {
    try {
      byte[] weights =
          Files.readAllBytes(folder.resolve(Path.of(manifest.weights()).getFileName()));
      if (!ModelStore.sha256(weights).equals(manifest.sha256())) {
        throw new Problem(folder + ": damaged, its checksum is another; get the model anew");
      }
      Map<String, byte[]> parts = new LinkedHashMap<>();
      parts.put(ModelStore.MANIFEST, JSON.writeValueAsBytes(manifest.withWeights(WEIGHTS)));
      parts.put(WEIGHTS, weights);
      if (Files.isRegularFile(folder.resolve(CARD))) {
        parts.put(CARD, Files.readAllBytes(folder.resolve(CARD)));
      }
      WholeFile.write(file, beside -> zip(parts, beside));
    } catch (IOException e) {
      throw new Problem(
          file + ": cannot be written (" + e.getMessage() + "); choose another place", e);
    }
  }

  private static void zip(Map<String, byte[]> parts, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        // the same model always gives the same file
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
  }

  /**
   * Reads and checks such a file.
   *
   * @throws Problem if it is anything but a model of ours
   */
  static Unpacked read(Path file) {
    Map<String, byte[]> parts = parts(file);
    byte[] json = part(parts, ModelStore.MANIFEST, file);
    byte[] weights = part(parts, WEIGHTS, file);
    ModelManifest manifest;
    try {
      manifest = JSON.readValue(json, ModelManifest.class);
    } catch (IOException e) {
      throw refused(file, "its manifest cannot be read", e);
    }
    if (!manifest.id().matches(ID)) {
      throw refused(file, "its manifest has no usable id");
    }
    if (!ModelStore.sha256(weights).equals(manifest.sha256())) {
      throw refused(file, "its weights are not those its manifest vouches for");
    }
    Map<String, Tensor> tensors = SafeTensors.read(weights, file + ", " + WEIGHTS);
    checkTensors(file, manifest, tensors);
    byte[] card = parts.getOrDefault(CARD, new byte[0]);
    return new Unpacked(
        manifest.withWeights(WEIGHTS), weights, tensors, new String(card, StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> parts(Path file) {
    Map<String, byte[]> parts = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Integer most = ALLOWED.get(entry.getName());
        if (most == null) {
          throw refused(file, "it holds more than a model");
        }
        // what it declares counts for nothing, only what comes out of it
        byte[] bytes = zip.readNBytes(most + 1);
        if (bytes.length > most) {
          throw refused(file, "its " + entry.getName() + " is too large");
        }
        if (parts.put(entry.getName(), bytes) != null) {
          throw refused(file, "it holds " + entry.getName() + " twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refused(file, "it cannot be read", e);
    }
    return parts;
  }

  private static byte[] part(Map<String, byte[]> parts, String name, Path file) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw refused(file, "it has no " + name);
    }
    return part;
  }

  private static void checkTensors(Path file, ModelManifest manifest, Map<String, Tensor> tensors) {
    long numbers = 0;
    for (Tensor t : tensors.values()) {
      numbers += t.data().length;
      for (float f : t.data()) {
        if (!Float.isFinite(f)) {
          throw refused(file, "its tensor " + t.name() + " holds what is no number");
        }
      }
    }
    if (numbers > MOST_NUMBERS) {
      throw refused(file, "it has more numbers than any model of ours");
    }
    Map<String, List<Integer>> said = new HashMap<>();
    manifest.tensors().forEach(t -> said.put(t.name(), t.shape()));
    Map<String, List<Integer>> held = new HashMap<>();
    tensors.values().forEach(t -> held.put(t.name(), Arrays.stream(t.shape()).boxed().toList()));
    if (!said.equals(held)) {
      throw refused(file, "its tensors are not those its manifest names");
    }
  }

  private static Problem refused(Path file, String why) {
    return new Problem(file + ": not a model to import: " + why + "; get the file anew");
  }

  private static Problem refused(Path file, String why, Exception cause) {
    return new Problem(file + ": not a model to import: " + why + "; get the file anew", cause);
  }
}
