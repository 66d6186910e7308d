package beamish.training.recipe;

import beamish.expression.Figure;
import beamish.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A network in training. Numbers are plain, {@code n} samples one after the other, each row-major;
 * inputs and answers come in the figure's order. Not thread-safe.
 */
public interface Net {

  /** What its weights' names start with, and its name in the manifest. */
  String name();

  /** What it looks like. */
  Figure figure();

  /** Answers as a finished network does, keeping nothing. */
  float[][] answer(float[]... inputs);

  /** Answers, and keeps what {@link #backward} needs; batch norm follows this batch. */
  float[][] forward(float[]... inputs);

  /**
   * Adds the weights' gradient for the answers last given by {@link #forward} to what was gathered.
   *
   * @param gradients of the answers
   * @return those of the inputs
   */
  float[][] backward(float[]... gradients);

  /** The same without gathering: for when the network is only asked for its opinion. */
  float[][] opinion(float[]... gradients);

  /** One step of the optimiser along what was gathered, which is then forgotten. */
  void step(double learningRate);

  /** How many numbers it learns. */
  long parameters();

  /** The weights by name, as they are. */
  List<Tensor> weights();

  /** Everything that a training goes on from. */
  List<Tensor> state();

  /**
   * Goes on from a {@link #state}.
   *
   * @throws beamish.job.Problem if it is of another network
   */
  void restore(Map<String, Tensor> state);

  /** Makes networks. */
  @FunctionalInterface
  interface Maker {

    /**
     * A network with random weights.
     *
     * @param seed where chance starts
     */
    Net make(String name, Figure figure, RecipeSettings settings, long seed);
  }
}
