package beamish.training.dl4j;

import beamish.expression.ModelStore;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.LandmarkNet;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes a trained landmark network as a model folder: weights and what they are. */
final class LandmarkFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private LandmarkFolder() {}

  /** Weights first, then the manifest that vouches for them, each moved into place whole. */
  static void write(
      ComputationGraph net, Path out, LandmarkTraining.Report report, double minutes, long seed)
      throws IOException {
    Files.createDirectories(out);
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, INDArray> p : net.paramTable().entrySet()) {
      long[] shape = p.getValue().shape();
      int[] axes = new int[shape.length];
      for (int i = 0; i < axes.length; i++) {
        axes[i] = (int) shape[i];
      }
      tensors.add(
          new Tensor(p.getKey().replace('_', '.'), axes, p.getValue().dup('c').data().asFloat()));
    }
    Path weights = out.resolve(LandmarkNet.WEIGHTS);
    SafeTensors.write(
        weights, tensors, Map.of("architecture", "landmarks-1"), SafeTensors.Precision.F16);
    Path manifest = out.resolve("manifest.json");
    Path beside = out.resolve("manifest.json.part");
    JSON.writeValue(
        beside.toFile(), manifest(tensors, ModelStore.sha256(weights), report, minutes, seed));
    Files.move(beside, manifest, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ObjectNode manifest(
      List<Tensor> tensors,
      String sha256,
      LandmarkTraining.Report report,
      double minutes,
      long seed) {
    ObjectNode m = JSON.createObjectNode();
    m.put("id", "landmarks-1");
    m.put("title", "Sixteen points of a face, and whether it is one");
    m.put("architecture", "landmarks-1");
    m.put("input", "image [n,1," + LandmarkLayout.SIZE + "," + LandmarkLayout.SIZE + "] NCHW");
    m.put("inputRange", "grey, mean 0 and deviation 1 over each picture");
    ArrayNode points = m.putArray("templatePoints");
    LandmarkLayout.TEMPLATE_INDEX.forEach(points::add);
    m.put("licence", "Apache-2.0");
    m.putArray("data")
        .add(
            "Face Research Lab London Set: DeBruine, L. & Jones, B. (2017), figshare 5047666,"
                + " CC-BY 4.0");
    ObjectNode training = m.putObject("training");
    training.put("minutes", minutes);
    training.put("steps", report.steps());
    training.put("seed", seed);
    training.put("heldOutEyeError", report.eyeError());
    training.put("heldOutMouthError", report.mouthError());
    m.put("weights", LandmarkNet.WEIGHTS);
    m.put("sha256", sha256);
    ArrayNode list = m.putArray("tensors");
    for (Tensor t : tensors) {
      ObjectNode node = list.addObject();
      node.put("name", t.name());
      ArrayNode shape = node.putArray("shape");
      for (int axis : t.shape()) {
        shape.add(axis);
      }
      node.put("layout", t.shape().length == 4 ? "OIHW" : t.name().endsWith(".W") ? "IO" : "1O");
    }
    return m;
  }
}
