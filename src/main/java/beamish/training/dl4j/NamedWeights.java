package beamish.training.dl4j;

import beamish.expression.dl4j.Floats;
import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's parameters by layer and name, from its flat vector or another of the same length. */
public final class NamedWeights {

  private NamedWeights() {}

  /** The tensors {@code layer.W} and {@code layer.b} that {@code flat} holds for {@code net}. */
  public static List<Tensor> of(ComputationGraph net, INDArray flat) {
    INDArray own = net.params().dup();
    try {
      net.params().assign(flat.reshape(net.params().shape()));
      List<Tensor> all = new ArrayList<>();
      for (Map.Entry<String, INDArray> e : net.paramTable().entrySet()) {
        String name = e.getKey();
        int cut = name.lastIndexOf('_');
        all.add(
            new Tensor(
                name.substring(0, cut) + "." + name.substring(cut + 1),
                Floats.axes(e.getValue()),
                Floats.read(e.getValue())));
      }
      return all;
    } finally {
      net.params().assign(own);
    }
  }
}
