package beamish.training.recipe.dl4j;

import beamish.expression.Figure;
import beamish.expression.dl4j.FigureGraph;
import beamish.expression.dl4j.Floats;
import beamish.job.Problem;
import beamish.tensor.Tensor;
import beamish.training.dl4j.NamedWeights;
import beamish.training.recipe.Net;
import beamish.training.recipe.RecipeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Net} as a DL4J graph. */
public final class GraphNet implements Net {
  private final String name;
  private final FigureGraph network;
  private final ComputationGraph graph;
  private final FlatOptimiser optimiser;
  private @Nullable INDArray gathered;

  /** A network with random weights. */
  public GraphNet(String name, Figure figure, RecipeSettings settings, long seed) {
    this.name = name;
    this.network = new FigureGraph(figure, name, seed, true);
    this.graph = network.graph;
    this.optimiser = new FlatOptimiser(network, settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Figure figure() {
    return network.figure();
  }

  @Override
  public float[][] answer(float[]... inputs) {
    return network.answer(inputs);
  }

  @Override
  public float[][] forward(float[]... inputs) {
    return network.forward(inputs);
  }

  @Override
  public float[][] backward(float[]... gradients) {
    INDArray flat = network.backward(gradients);
    if (gathered == null) {
      gathered = flat.dup();
    } else {
      gathered.addi(flat);
    }
    return network.inputGradients();
  }

  @Override
  public float[][] opinion(float[]... gradients) {
    network.backward(gradients);
    return network.inputGradients();
  }

  @Override
  public void step(double learningRate) {
    if (gathered != null) {
      optimiser.step(gathered, learningRate);
      gathered = null;
    }
  }

  @Override
  public long parameters() {
    return graph.numParams();
  }

  @Override
  public List<Tensor> weights() {
    return NamedWeights.of(graph, graph.params());
  }

  @Override
  public List<Tensor> state() {
    List<Tensor> all = new ArrayList<>();
    all.add(flat(name + ".weights", graph.params()));
    all.add(flat(name + ".moments", optimiser.moments));
    all.add(new Tensor(name + ".steps", new int[] {1}, new float[] {optimiser.steps}));
    return all;
  }

  @Override
  public void restore(Map<String, Tensor> state) {
    restore(state, name + ".weights", graph.params());
    restore(state, name + ".moments", optimiser.moments);
    Tensor steps = state.get(name + ".steps");
    optimiser.steps = steps == null ? 0 : (int) steps.data()[0];
    gathered = null;
  }

  private static Tensor flat(String name, INDArray a) {
    return new Tensor(name, new int[] {(int) a.length()}, Floats.read(a));
  }

  private static void restore(Map<String, Tensor> state, String name, INDArray into) {
    Tensor t = state.get(name);
    if (t == null || t.data().length != into.length()) {
      throw new Problem(name + ": not in the checkpoint, or of another network; start anew");
    }
    into.assign(Floats.array(t.data(), into.shape()));
  }
}
