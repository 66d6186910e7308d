package beamish.training.recipe.dl4j;

import beamish.expression.dl4j.FigureGraph;
import beamish.training.recipe.RecipeSettings;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** An optimiser over a whole network's flat parameter vector; its state is one plain vector. */
final class FlatOptimiser {
  private final ComputationGraph net;
  private final IUpdater config;
  private final GradientUpdater<?> updater;
  private final double decay;

  /** One where batch norm keeps what it saw: those numbers follow and do not learn. */
  private final @Nullable INDArray follows;

  /** What the optimiser remembers; one zero where it remembers nothing. */
  final INDArray moments;

  /** Steps made so far. */
  int steps;

  FlatOptimiser(FigureGraph network, RecipeSettings settings) {
    this.net = network.graph;
    this.decay = settings.decay();
    this.config =
        switch (settings.optimiser()) {
          case ADAM -> new Adam(1, .9, .999, 1e-8);
          case ADAM_ADVERSARIAL -> new Adam(1, .5, .9, 1e-8);
          case SGD -> new Sgd(1);
          case RMSPROP -> new RmsProp(1, .95, 1e-8);
        };
    long n = net.numParams();
    long size = config.stateSize(n);
    this.moments = Nd4j.zeros(DataType.FLOAT, 1, Math.max(1, size));
    this.updater = config.instantiate(size == 0 ? null : moments, true);
    this.follows = follows(network);
  }

  private static @Nullable INDArray follows(FigureGraph network) {
    if (network.statistics().isEmpty()) {
      return null;
    }
    INDArray params = network.graph.params();
    INDArray own = params.dup();
    try {
      params.assign(0);
      network
          .graph
          .paramTable()
          .forEach(
              (key, view) -> {
                if (network.statistics().contains(key)) {
                  view.assign(1);
                }
              });
      return params.dup().reshape(1, params.length());
    } finally {
      params.assign(own);
    }
  }

  /**
   * One step.
   *
   * @param gradient the flat gradient; overwritten
   */
  void step(INDArray gradient, double learningRate) {
    INDArray flat = gradient.reshape(1, gradient.length());
    INDArray params = net.params();
    if (follows != null) {
      INDArray following = flat.mul(follows);
      params.subi(following.reshape(params.shape()));
      flat.subi(following);
    }
    config.setLrAndSchedule(learningRate, null);
    updater.applyUpdater(flat, steps, 0);
    if (decay > 0) {
      flat.addi(params.reshape(1, params.length()).mul(learningRate * decay));
    }
    if (follows != null) {
      flat.muli(follows.rsub(1));
    }
    params.subi(flat.reshape(params.shape()));
    steps++;
  }
}
