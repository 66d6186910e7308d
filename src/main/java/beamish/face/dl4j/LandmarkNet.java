package beamish.face.dl4j;

import beamish.image.Point;
import beamish.job.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds the points of one face in a square cut from a photo. Not thread-safe: created, used and
 * closed on the model lane.
 */
public final class LandmarkNet implements AutoCloseable {
  /** The weights file in a landmark model's folder. */
  public static final String WEIGHTS = "weights.safetensors";

  private final ComputationGraph net;

  /**
   * Loads the weights.
   *
   * @param folder for example {@code models/landmarks-1}
   * @throws Problem if the weights are missing, damaged or of another network
   */
  public LandmarkNet(Path folder) {
    this(read(folder));
  }

  /** The network itself, for further training; as {@link #LandmarkNet(Path)}. */
  public static ComputationGraph read(Path folder) {
    return NetWeights.into(LandmarkGraph.face(0), folder.resolve(WEIGHTS), "landmark network");
  }

  /** Wraps a network that is being trained or tested. */
  public LandmarkNet(ComputationGraph net) {
    this.net = net;
  }

  /**
   * What the network says of one square.
   *
   * @param points in photo pixels, in {@link LandmarkLayout}'s order
   * @param face how much it looks like a face in the middle of the square, 0 … 1
   */
  public record Answer(List<Point> points, double face) {}

  /**
   * Looks at each square and at its mirror image, and averages. All at once, since most of a pass
   * takes as long for one as for many; those who have hundreds ask for some at a time.
   *
   * @param squares at least one
   * @return an answer for each, in their order
   */
  public List<Answer> look(List<TwinViews.Square> squares) {
    INDArray[] out = net.output(TwinViews.input(squares));
    return IntStream.range(0, squares.size())
        .mapToObj(
            k ->
                new Answer(
                    TwinViews.points(
                        out[0],
                        k,
                        LandmarkLayout.meanFace(),
                        LandmarkLayout.MIRRORED,
                        squares.get(k).photoToSquare()),
                    (out[1].getDouble(2L * k, 0) + out[1].getDouble(2L * k + 1, 0)) / 2))
        .toList();
  }

  @Override
  public void close() {
    net.close();
  }
}
