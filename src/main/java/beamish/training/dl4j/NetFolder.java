package beamish.training.dl4j;

import beamish.expression.ModelStore;
import beamish.job.WholeFile;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes a small trained network as a model folder: weights and what they are. */
final class NetFolder {
  private static final String WEIGHTS = "weights.safetensors";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private NetFolder() {}

  /** A manifest that names the model and its architecture, which are one here. */
  static ObjectNode manifest(String id, String title) {
    ObjectNode m = JSON.createObjectNode();
    m.put("id", id);
    m.put("title", title);
    m.put("architecture", id);
    return m;
  }

  /** Names our licence and the photos trained on. */
  static void putLondon(ObjectNode manifest) {
    manifest.put("licence", "Apache-2.0");
    manifest
        .putArray("data")
        .add(
            "Face Research Lab London Set: DeBruine, L. & Jones, B. (2017), figshare 5047666,"
                + " CC-BY 4.0");
  }

  /**
   * Weights first, then the manifest that vouches for them, each moved into place whole.
   *
   * @param manifest receives the weights' name, hash and tensors
   */
  static void write(ComputationGraph net, ObjectNode manifest, Path out) throws IOException {
    writeWeights(net, manifest, out.resolve(WEIGHTS), manifest.get("architecture").asText());
    writeManifest(manifest, out);
  }

  /**
   * Weights alone, moved into place whole.
   *
   * @param entry of the manifest, receives their name, hash and tensors
   */
  static void writeWeights(
      ComputationGraph net, ObjectNode entry, Path weights, String architecture)
      throws IOException {
    Files.createDirectories(weights.getParent());
    List<Tensor> tensors = NamedWeights.of(net, net.params());
    SafeTensors.write(
        weights, tensors, Map.of("architecture", architecture), SafeTensors.Precision.F16);
    entry.put("weights", weights.getFileName().toString());
    entry.put("sha256", ModelStore.sha256(weights));
    ArrayNode list = entry.putArray("tensors");
    for (Tensor t : tensors) {
      ObjectNode node = list.addObject();
      node.put("name", t.name());
      ArrayNode shape = node.putArray("shape");
      for (int axis : t.shape()) {
        shape.add(axis);
      }
      node.put("layout", t.shape().length == 4 ? "OIHW" : t.name().endsWith(".W") ? "IO" : "1O");
    }
  }

  /** The manifest in a folder, if there is one. */
  static Optional<ObjectNode> readManifest(Path folder) throws IOException {
    Path file = folder.resolve(ModelStore.MANIFEST);
    return Files.exists(file)
        ? Optional.of((ObjectNode) JSON.readTree(file.toFile()))
        : Optional.empty();
  }

  static void writeManifest(ObjectNode manifest, Path folder) throws IOException {
    WholeFile.write(folder.resolve(ModelStore.MANIFEST), JSON.writeValueAsBytes(manifest));
  }
}
