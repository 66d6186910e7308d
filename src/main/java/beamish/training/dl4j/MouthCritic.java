package beamish.training.dl4j;

import beamish.expression.EditGeometry;
import beamish.expression.dl4j.BeamishGraphs;
import beamish.expression.dl4j.Floats;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The patch critic: told real mouth windows from generated ones, it lends the generator a gradient
 * towards what a photo of a mouth looks like. Hinge loss (Lim and Ye, "Geometric GAN", 2017).
 */
final class MouthCritic {
  private static final int WINDOW = 3 * EditGeometry.MOUTH_COLUMNS * EditGeometry.MOUTH_ROWS;

  /** Patches of one window: rows and columns of the verdict. */
  private static final int PATCHES =
      (EditGeometry.MOUTH_ROWS / 8) * (EditGeometry.MOUTH_COLUMNS / 8);

  private final int batch;
  private final BeamishGraphs.Probed critic;
  private final FlatAdam adam;

  MouthCritic(int batch, long seed) {
    this.batch = batch;
    this.critic = BeamishGraphs.critic(seed);
    this.adam = new FlatAdam(critic.graph, .5, .99);
  }

  ComputationGraph net() {
    return critic.graph;
  }

  FlatAdam adam() {
    return adam;
  }

  /** Learns from the batch, then adds its opinion to every sample's {@code dOut}. */
  void judge(List<SampleStep> samples, float weight, double learningRate, int iteration) {
    float[] real = windows(samples, true);
    float[] fake = windows(samples, false);
    INDArray gradient = learn(real, -1).dup();
    gradient.addi(learn(fake, 1));
    adam.step(gradient, learningRate * .5, iteration);

    float[] verdict = forward(fake);
    Arrays.fill(verdict, -weight / (batch * PATCHES));
    critic.graph.backpropGradient(verdicts(verdict));
    float[] opinion = critic.inputGradient();
    for (int i = 0; i < batch; i++) {
      float[] d = samples.get(i).dOut;
      for (int k = 0; k < WINDOW; k++) {
        d[k] += opinion[2 * i * WINDOW + k];
      }
    }
  }

  /** Gradient of {@code mean(relu(1 + sign·verdict))}. */
  private INDArray learn(float[] windows, int sign) {
    float[] verdict = forward(windows);
    for (int i = 0; i < verdict.length; i++) {
      verdict[i] = 1 + sign * verdict[i] > 0 ? (float) sign / (batch * PATCHES) : 0;
    }
    return critic.graph.backpropGradient(verdicts(verdict)).gradient();
  }

  private float[] forward(float[] windows) {
    INDArray in =
        Floats.array(windows, batch, 6, EditGeometry.MOUTH_ROWS, EditGeometry.MOUTH_COLUMNS);
    return Floats.read(
        GeneratorTrainer.required(
            critic.graph.feedForward(new INDArray[] {in}, true, false), "verdict"));
  }

  private INDArray verdicts(float[] gradient) {
    return Floats.array(
        gradient, batch, 1, EditGeometry.MOUTH_ROWS / 8, EditGeometry.MOUTH_COLUMNS / 8);
  }

  private float[] windows(List<SampleStep> samples, boolean real) {
    float[] all = new float[batch * 2 * WINDOW];
    for (int i = 0; i < batch; i++) {
      SampleStep s = samples.get(i);
      System.arraycopy(real ? s.targetWindow : s.out(), 0, all, 2 * i * WINDOW, WINDOW);
      System.arraycopy(s.sourceWindow, 0, all, (2 * i + 1) * WINDOW, WINDOW);
    }
    return all;
  }
}
