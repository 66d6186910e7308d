package beamish.face.dl4j;

import beamish.image.Point;
import beamish.job.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds the points of one mouth in a square cut from a photo. Not thread-safe: created, used and
 * closed on the model lane.
 */
public final class MouthNet implements AutoCloseable {
  /** The weights file in a landmark model's folder. */
  public static final String WEIGHTS = "mouth.safetensors";

  private final ComputationGraph net;

  /**
   * Loads the weights.
   *
   * @param folder for example {@code models/landmarks-1}
   * @throws Problem if the weights are missing, damaged or of another network
   */
  public MouthNet(Path folder) {
    this(read(folder));
  }

  /** The network itself, for further training; as {@link #MouthNet(Path)}. */
  public static ComputationGraph read(Path folder) {
    return NetWeights.into(LandmarkGraph.mouth(0), folder.resolve(WEIGHTS), "mouth network");
  }

  /** Wraps a network that is being trained or tested. */
  public MouthNet(ComputationGraph net) {
    this.net = net;
  }

  /**
   * Looks at each square and at its mirror image, and averages.
   *
   * @param squares at least one, of a mouth by {@link MouthLayout#photoToSquare}, more or less
   * @return {@link MouthLayout#POINTS} of each, photo pixels
   */
  public List<List<Point>> look(List<TwinViews.Square> squares) {
    INDArray points = net.output(TwinViews.input(squares))[0];
    return IntStream.range(0, squares.size())
        .mapToObj(
            k ->
                TwinViews.points(
                    points,
                    k,
                    MouthLayout.meanMouth(),
                    MouthLayout.MIRRORED,
                    squares.get(k).photoToSquare()))
        .toList();
  }

  @Override
  public void close() {
    net.close();
  }
}
