package beamish.expression.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph vertex without parameters whose forward and backward passes are plain Java over float
 * arrays. DL4J keeps a configuration and a running object for every vertex; this pair carries the
 * plumbing, so that a vertex of ours is only its two formulas.
 */
final class PlainVertex extends GraphVertex {
  private final Formula formula;
  private final int inputCount;

  PlainVertex(Formula formula, int inputCount) {
    this.formula = formula;
    this.inputCount = inputCount;
  }

  /** The two passes. One object serves one graph; calls come in forward, backward order. */
  interface Formula {

    /** The shape of the answer. */
    long[] outputShape(long[][] inputShapes);

    /** Answers the inputs, row-major; keeps what {@link #backward} needs. */
    float[] forward(float[][] inputs, long[][] shapes);

    /** Gradients of every input from the gradient of the answer, same shapes. */
    float[][] backward(float[] gradient);
  }

  @Override
  public PlainVertex clone() {
    return new PlainVertex(formula, inputCount);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PlainVertex other && other.formula == formula;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(formula);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return inputCount;
  }

  @Override
  public int maxVertexInputs() {
    return inputCount;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... vertexInputs) {
    return vertexInputs[0];
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputTypes) {
    return new LayerMemoryReport.Builder("plain", PlainVertex.class, inputTypes[0], inputTypes[0])
        .build();
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int idx,
      INDArray paramsView,
      boolean initializeParams,
      DataType networkDatatype) {
    return new Running(graph, name, idx, networkDatatype, formula);
  }

  /** The running half. */
  @SuppressWarnings("overrides") // DL4J's own interface and base class disagree on varargs
  private static final class Running extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;
    private final transient Formula formula;
    private long[][] shapes = {};
    private float[][] values = {};

    Running(ComputationGraph graph, String name, int idx, DataType type, Formula formula) {
      super(graph, name, idx, null, null, type);
      this.formula = formula;
    }

    @Override
    public boolean hasLayer() {
      return false;
    }

    @Override
    public @Nullable Layer getLayer() {
      return null;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
      if (values.length != inputs.length) {
        values = new float[inputs.length][0];
        shapes = new long[inputs.length][];
      }
      for (int i = 0; i < inputs.length; i++) {
        shapes[i] = inputs[i].shape();
        int length = (int) inputs[i].length();
        if (values[i].length != length) {
          values[i] = new float[length];
        }
        Floats.read(inputs[i], values[i]);
      }
      float[] answer = formula.forward(values, shapes);
      INDArray out =
          workspaceMgr.createUninitialized(
              ArrayType.ACTIVATIONS, DataType.FLOAT, formula.outputShape(shapes), 'c');
      return Floats.write(answer, out);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
      float[][] gradients = formula.backward(Floats.read(epsilon));
      INDArray[] out = new INDArray[gradients.length];
      for (int i = 0; i < gradients.length; i++) {
        INDArray array =
            workspaceMgr.createUninitialized(
                ArrayType.ACTIVATION_GRAD, DataType.FLOAT, shapes[i], 'c');
        out[i] = Floats.write(gradients[i], array);
      }
      return new Pair<>(null, out);
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray view) {
      throw new IllegalStateException("a vertex without parameters has no gradients");
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
        INDArray[] maskArrays, MaskState currentMaskState, int minibatchSize) {
      return null;
    }

    @Override
    public String toString() {
      return "PlainVertex(" + getVertexName() + ")";
    }
  }
}
