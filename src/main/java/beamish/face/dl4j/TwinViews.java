package beamish.face.dl4j;

import beamish.face.AlignedCrop;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shows a landmark network each square and its mirror image, and averages what it answers. */
public final class TwinViews {
  private TwinViews() {}

  /**
   * A square to look at.
   *
   * @param photo grey
   * @param photoToSquare photo pixels to the square's (0, 0) … (1, 1)
   */
  public record Square(PixelImage photo, Similarity photoToSquare) {}

  /** {@code [2·squares,1,96,96]}: each square, then its mirror image. */
  static INDArray input(List<Square> squares) {
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
    return Nd4j.create(input, new long[] {2L * squares.size(), 1, n, n}, 'c');
  }

  /**
   * The points of the {@code k}th square, by it and its mirror image.
   *
   * @param offsets {@code [2·squares,2·points]} from {@code mean}, as {@link LandmarkGraph} has
   *     them
   * @param mirrored which point takes each one's place in a mirrored picture
   * @return photo pixels
   */
  static List<Point> points(
      INDArray offsets, int k, List<Point> mean, List<Integer> mirrored, Similarity photoToSquare) {
    Similarity back = photoToSquare.inverse();
    return IntStream.range(0, mean.size())
        .mapToObj(
            i -> {
              Point own = point(offsets, 2L * k, i, mean.get(i));
              int m = mirrored.get(i);
              Point other = point(offsets, 2L * k + 1, m, mean.get(m));
              return back.apply(own.middle(new Point(1 - other.x(), other.y())));
            })
        .toList();
  }

  private static Point point(INDArray offsets, long row, int i, Point mean) {
    return new Point(
        mean.x() + offsets.getDouble(row, 2L * i) / LandmarkGraph.SCALE,
        mean.y() + offsets.getDouble(row, 2L * i + 1) / LandmarkGraph.SCALE);
  }

  /** Point by point, of several looks. */
  static List<Point> mean(List<List<Point>> looks) {
    return IntStream.range(0, looks.get(0).size())
        .mapToObj(
            i ->
                new Point(
                    looks.stream().mapToDouble(l -> l.get(i).x()).average().orElseThrow(),
                    looks.stream().mapToDouble(l -> l.get(i).y()).average().orElseThrow()))
        .toList();
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
}
