package beamish.training.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam over a whole network's flat parameter vector, with an exponential moving average of the
 * weights. Its state is three plain vectors, so a checkpoint is numbers only.
 *
 * <p>Kingma and Ba, "Adam", 2015.
 */
final class FlatAdam {
  private final ComputationGraph net;
  private final Adam config;
  private final AdamUpdater updater;

  /** Both moments, {@code [1, 2·numParams]}. */
  final INDArray moments;

  /** Moving average of the weights, {@code [1, numParams]}. */
  final INDArray average;

  FlatAdam(ComputationGraph net, double beta1, double beta2) {
    this.net = net;
    this.config = new Adam(1e-3, beta1, beta2, 1e-8);
    this.updater = new AdamUpdater(config);
    long n = net.numParams();
    this.moments = Nd4j.zeros(DataType.FLOAT, 1, 2 * n);
    this.average = net.params().dup().reshape(1, n);
    updater.setStateViewArray(moments, new long[] {1, n}, 'c', true);
  }

  /** Begins the average anew with the weights as they are. */
  void startAverage() {
    average.assign(net.params().reshape(average.shape()));
  }

  /**
   * One step.
   *
   * @param gradient the flat gradient; overwritten
   * @param iteration counted from 0
   */
  void step(INDArray gradient, double learningRate, int iteration) {
    config.setLearningRate(learningRate);
    INDArray flat = gradient.reshape(1, gradient.length());
    updater.applyUpdater(flat, iteration, 0);
    net.params().subi(flat.reshape(net.params().shape()));
    double keep = Math.min(.995, (1.0 + iteration) / (10.0 + iteration));
    average.addi(net.params().reshape(average.shape()).sub(average).muli(1 - keep));
  }
}
