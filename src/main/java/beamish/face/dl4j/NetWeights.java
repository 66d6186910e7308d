package beamish.face.dl4j;

import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Fills a small network from its weights file. */
final class NetWeights {
  private NetWeights() {}

  /**
   * Fills {@code net} and gives it back.
   *
   * @param whose names the network in messages
   * @throws Problem if the weights are missing, damaged or of another network
   */
  static ComputationGraph into(ComputationGraph net, Path file, String whose) {
    Map<String, Tensor> tensors = SafeTensors.read(file);
    for (Map.Entry<String, INDArray> p : net.paramTable().entrySet()) {
      Tensor t = tensors.get(p.getKey().replace('_', '.'));
      if (t == null || t.data().length != p.getValue().length()) {
        throw new Problem(file + ": not the " + whose + "'s weights; get the model anew");
      }
      net.setParam(p.getKey(), Nd4j.create(t.data(), p.getValue().shape(), 'c'));
    }
    return net;
  }
}
