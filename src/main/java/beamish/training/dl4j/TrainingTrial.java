package beamish.training.dl4j;

import beamish.expression.EditGeometry;
import beamish.expression.MouthPaint;
import beamish.expression.dl4j.BeamishGraphs;
import beamish.training.TrainingSpeed;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Times training steps on random data, and beside them, as the ideal, the same networks'
 * convolutions each alone. Generator and mouth branch; the critic, which joins a training late, is
 * left out of both. On one lane.
 */
public final class TrainingTrial {
  private static final int WARM_UP = 2;
  private static final int STEPS = 6;
  private static final int ROUNDS = 4;

  private TrainingTrial() {}

  /** Takes some twenty seconds on two cores. */
  public static TrainingSpeed run() {
    int batch = TrainingRun.BATCH;
    double step = step(batch);
    ComputationGraph generator = BeamishGraphs.generator(1).graph;
    ComputationGraph mouth = BeamishGraphs.mouth(2).graph;
    double ideal =
        convolutions(
                generator,
                Nd4j.rand(DataType.FLOAT, batch, 3, EditGeometry.NET, EditGeometry.NET),
                Nd4j.ones(DataType.FLOAT, batch, 1))
            + convolutions(
                mouth,
                Nd4j.rand(
                    DataType.FLOAT,
                    batch,
                    MouthPaint.INPUT_CHANNELS,
                    EditGeometry.MOUTH_ROWS,
                    EditGeometry.MOUTH_COLUMNS));
    return new TrainingSpeed(batch / step, batch / ideal);
  }

  /** Seconds a step, median. */
  private static double step(int batch) {
    GeneratorTrainer trainer = new GeneratorTrainer(batch, 1);
    Random random = new Random(1);
    GeneratorTrainer.Batch data =
        new GeneratorTrainer.Batch(
            uniform(random, batch * 3 * EditGeometry.CROP * EditGeometry.CROP),
            uniform(random, batch * 3 * EditGeometry.CROP * EditGeometry.CROP),
            uniform(random, batch));
    double[] seconds = new double[STEPS];
    for (int i = -WARM_UP; i < STEPS; i++) {
      long start = System.nanoTime();
      trainer.step(data, 1e-4, 0, i + WARM_UP);
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - start) * 1e-9;
      }
    }
    return median(seconds);
  }

  private static float[] uniform(Random random, int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }

  /** Seconds that a network's convolutions take one after another, forward and backward. */
  private static double convolutions(ComputationGraph net, INDArray... inputs) {
    Map<String, INDArray> activations = net.feedForward(inputs, true, false);
    double sum = 0;
    for (Layer layer : net.getLayers()) {
      if (layer.conf().getLayer() instanceof ConvolutionLayer convolution) {
        String name = convolution.getLayerName();
        String from =
            Objects.requireNonNull(net.getConfiguration().getVertexInputs().get(name)).get(0);
        sum +=
            alone(
                convolution,
                GeneratorTrainer.required(activations, from).shape(),
                GeneratorTrainer.required(activations, name).shape());
      }
    }
    return sum;
  }

  private static double alone(ConvolutionLayer convolution, long[] in, long[] out) {
    ComputationGraph net =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("in")
                .addLayer("alone", convolution.clone(), "in")
                .setOutputs("alone")
                .build());
    net.init();
    INDArray input = Nd4j.rand(DataType.FLOAT, in);
    INDArray gradient = Nd4j.rand(DataType.FLOAT, out);
    double[] seconds = new double[ROUNDS];
    for (int i = -1; i < ROUNDS; i++) {
      long start = System.nanoTime();
      net.feedForward(new INDArray[] {input}, true, false);
      net.backpropGradient(gradient);
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - start) * 1e-9;
      }
    }
    return median(seconds);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
