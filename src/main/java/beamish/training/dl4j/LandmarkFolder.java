package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.MouthLayout;
import beamish.face.dl4j.MouthNet;
import beamish.job.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes trained landmark networks as a model folder: weights and what they are. */
final class LandmarkFolder {
  private static final String ID = "landmarks-1";

  /** The manifest's entry for the mouth's network. */
  private static final String MOUTH = "mouth";

  private LandmarkFolder() {}

  /** The whole face's; the mouth's stays if there is one. */
  static void write(ComputationGraph net, LandmarkPlan plan, LandmarkTraining.Report report)
      throws IOException {
    ObjectNode m = NetFolder.manifest(ID, "Sixteen points of a face, and whether it is one");
    putInput(m);
    ArrayNode points = m.putArray("templatePoints");
    LandmarkLayout.TEMPLATE_INDEX.forEach(points::add);
    NetFolder.putLondon(m);
    ObjectNode training = putTraining(m, report.steps(), plan.minutes(), plan.seed());
    training.put("heldOutEyeError", report.eyeError());
    training.put("heldOutMouthError", report.mouthError());
    JsonNode mouth = NetFolder.readManifest(plan.out()).map(old -> old.get(MOUTH)).orElse(null);
    if (mouth != null) {
      m.set(MOUTH, mouth);
    }
    NetFolder.write(net, m, plan.out());
  }

  /**
   * The manifest of the whole face's network.
   *
   * @throws Problem if there is none in {@code out}
   */
  static ObjectNode requireFace(Path out) throws IOException {
    return NetFolder.readManifest(out)
        .orElseThrow(
            () ->
                new Problem(
                    out + ": no landmark model; train the one for whole faces there first"));
  }

  /**
   * The mouth's, beside the whole face's that is there; where it went on, minutes and steps come on
   * top of those that are told there.
   */
  static void writeMouth(ComputationGraph net, LandmarkPlan plan, MouthTraining.Report report)
      throws IOException {
    ObjectNode m = requireFace(plan.out());
    JsonNode before = m.path(MOUTH).path("training");
    double minutesBefore = plan.resume() ? before.path("minutes").asDouble() : 0;
    int stepsBefore = plan.resume() ? before.path("steps").asInt() : 0;
    ObjectNode mouth = m.putObject(MOUTH);
    putInput(mouth);
    ArrayNode points = mouth.putArray("templatePoints");
    MouthLayout.POINTS.forEach(i -> points.add(LandmarkLayout.TEMPLATE_INDEX.get(i)));
    putTraining(mouth, stepsBefore + report.steps(), minutesBefore + plan.minutes(), plan.seed())
        .put("heldOutCornerError", report.cornerError());
    NetFolder.writeWeights(net, mouth, plan.out().resolve(MouthNet.WEIGHTS), ID);
    NetFolder.writeManifest(m, plan.out());
  }

  private static void putInput(ObjectNode entry) {
    entry.put("input", "image [n,1," + LandmarkLayout.SIZE + "," + LandmarkLayout.SIZE + "] NCHW");
    entry.put("inputRange", "grey, mean 0 and deviation 1 over each picture");
  }

  private static ObjectNode putTraining(ObjectNode entry, int steps, double minutes, long seed) {
    ObjectNode training = entry.putObject("training");
    training.put("minutes", minutes);
    training.put("steps", steps);
    training.put("seed", seed);
    return training;
  }
}
