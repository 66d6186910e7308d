package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes a trained landmark network as a model folder: weights and what they are. */
final class LandmarkFolder {
  private LandmarkFolder() {}

  static void write(
      ComputationGraph net, Path out, LandmarkTraining.Report report, double minutes, long seed)
      throws IOException {
    ObjectNode m =
        NetFolder.manifest("landmarks-1", "Sixteen points of a face, and whether it is one");
    m.put("input", "image [n,1," + LandmarkLayout.SIZE + "," + LandmarkLayout.SIZE + "] NCHW");
    m.put("inputRange", "grey, mean 0 and deviation 1 over each picture");
    ArrayNode points = m.putArray("templatePoints");
    LandmarkLayout.TEMPLATE_INDEX.forEach(points::add);
    NetFolder.putLondon(m);
    ObjectNode training = m.putObject("training");
    training.put("minutes", minutes);
    training.put("steps", report.steps());
    training.put("seed", seed);
    training.put("heldOutEyeError", report.eyeError());
    training.put("heldOutMouthError", report.mouthError());
    NetFolder.write(net, m, out);
  }
}
