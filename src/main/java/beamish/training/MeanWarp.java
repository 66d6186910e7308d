package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The baseline that only moves: every face's points go where smiles take them in the mean, times
 * the strength, and the photo follows smoothly. The crop's border stays.
 */
final class MeanWarp implements EditSource {
  private static final int N = EditGeometry.FIELD;

  /** Crop widths. */
  private final List<Point> moves;

  private MeanWarp(List<Point> moves) {
    this.moves = List.copyOf(moves);
  }

  /** The mean of these pairs, all of which know their points. */
  static MeanWarp of(List<TrainingPair> pairs) {
    List<Point> moves = new ArrayList<>();
    for (int i = 0; i < pairs.get(0).neutralPoints().size(); i++) {
      double x = 0;
      double y = 0;
      for (TrainingPair pair : pairs) {
        Point from = pair.neutralPoints().get(i);
        Point to = pair.smilingPoints().get(i);
        x += (to.x() - from.x()) / pairs.size();
        y += (to.y() - from.y()) / pairs.size();
      }
      moves.add(new Point(x, y));
    }
    return new MeanWarp(moves);
  }

  @Override
  public String name() {
    return "mean-warp";
  }

  @Override
  public DoubleFunction<ExpressionEdit> read(PixelImage photo, DetectedFace face) {
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    List<Point> own = face.points().stream().map(toCrop::apply).toList();
    return strength -> Baselines.moving(flow(own, strength));
  }

  private FloatImage flow(List<Point> own, double strength) {
    List<Point> from = new ArrayList<>();
    List<Point> to = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Point p = own.get(i);
      from.add(new Point(p.x() + strength * moves.get(i).x(), p.y() + strength * moves.get(i).y()));
      to.add(p);
    }
    for (double v : new double[] {0, .5, 1}) {
      for (double u : new double[] {0, .5, 1}) {
        // the chin comes near the middle of the lower edge
        if (u != .5) {
          from.add(new Point(u, v));
          to.add(new Point(u, v));
        }
      }
    }
    ThinPlateWarp warp = new ThinPlateWarp(from, to, 1e-6);
    FloatImage flow = FloatImage.zeros(2, N, N);
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        double u = (x + .5) / N;
        double v = (y + .5) / N;
        Point source = warp.apply(u, v);
        flow.data()[y * N + x] = (float) (source.x() - u);
        flow.data()[(N + y) * N + x] = (float) (source.y() - v);
      }
    }
    return flow;
  }
}
