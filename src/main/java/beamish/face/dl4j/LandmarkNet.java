package beamish.face.dl4j;

import beamish.face.AlignedCrop;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
    return NetWeights.into(LandmarkGraph.build(0), folder.resolve(WEIGHTS), "landmark network");
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
   * A square to look at.
   *
   * @param photo grey
   * @param photoToSquare photo pixels to the square's (0, 0) … (1, 1)
   */
  public record Square(PixelImage photo, Similarity photoToSquare) {}

  /**
   * Looks at each square and at its mirror image, and averages. All at once, since most of a pass
   * takes as long for one as for many; those who have hundreds ask for some at a time.
   *
   * @param squares at least one
   * @return an answer for each, in their order
   */
  public List<Answer> look(List<Square> squares) {
    int n = LandmarkLayout.SIZE;
    float[] input = new float[squares.size() * 2 * n * n];
    for (int k = 0; k < squares.size(); k++) {
      Square square = squares.get(k);
      float[] grey = AlignedCrop.square(square.photo, square.photoToSquare, n).data();
      normalise(grey, 0, n * n);
      int own = 2 * k * n * n;
      int mirrored = own + n * n;
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          input[own + y * n + x] = grey[y * n + x];
          input[mirrored + y * n + x] = grey[y * n + n - 1 - x];
        }
      }
    }
    INDArray[] out = net.output(Nd4j.create(input, new long[] {2L * squares.size(), 1, n, n}, 'c'));
    List<Answer> answers = new ArrayList<>();
    for (int k = 0; k < squares.size(); k++) {
      answers.add(answer(out, 2L * k, squares.get(k).photoToSquare.inverse()));
    }
    return answers;
  }

  /** The mean of a row of the network's output and the next, its mirror image. */
  private static Answer answer(INDArray[] out, long row, Similarity back) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < LandmarkLayout.POINTS; i++) {
      int m = LandmarkLayout.MIRRORED.get(i);
      Point mean = LandmarkLayout.meanFace().get(i);
      Point meanMirrored = LandmarkLayout.meanFace().get(m);
      double x = mean.x() + out[0].getDouble(row, 2L * i) / LandmarkGraph.SCALE;
      double y = mean.y() + out[0].getDouble(row, 2L * i + 1) / LandmarkGraph.SCALE;
      double xm = 1 - (meanMirrored.x() + out[0].getDouble(row + 1, 2L * m) / LandmarkGraph.SCALE);
      double ym = meanMirrored.y() + out[0].getDouble(row + 1, 2L * m + 1) / LandmarkGraph.SCALE;
      points.add(back.apply(new Point((x + xm) / 2, (y + ym) / 2)));
    }
    double face = (out[1].getDouble(row, 0) + out[1].getDouble(row + 1, 0)) / 2;
    return new Answer(List.copyOf(points), face);
  }

  /** Takes the mean off and brings the deviation to one; nearly flat pictures stay weak. */
  public static void normalise(float[] grey, int from, int count) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      sum += grey[i];
      squares += (double) grey[i] * grey[i];
    }
    float mean = (float) (sum / count);
    float deviation = (float) Math.sqrt(Math.max(0, squares / count - (double) mean * mean));
    for (int i = from; i < from + count; i++) {
      grey[i] = (grey[i] - mean) / (deviation + .02f);
    }
  }

  @Override
  public void close() {
    net.close();
  }
}
