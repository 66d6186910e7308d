package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * The baseline that only paints: the mouth window that ridge regression foretells from the face's
 * own. Above 0 it foretells the smile from the neutral window, below 0 the neutral one from the
 * smile. Up to ±1 the paint grows thicker, beyond it the change goes on in a straight line.
 */
public final class RidgeMouth implements EditSource {
  /** The window at the training pairs' own resolution. */
  private static final int COLUMNS = 192;

  private static final int ROWS = 144;
  private static final FloatImage RAMP = ramp();

  private final RidgeRegression smile;
  private final RidgeRegression calm;

  private RidgeMouth(RidgeRegression smile, RidgeRegression calm) {
    this.smile = smile;
    this.calm = calm;
  }

  /** Learns from these pairs; at least two. */
  static RidgeMouth of(List<TrainingPair> pairs) {
    RidgeRegression.Samples neutral = samples(pairs, TrainingPair::neutral);
    RidgeRegression.Samples smiling = samples(pairs, TrainingPair::smiling);
    return new RidgeMouth(
        RidgeRegression.fit(neutral, smiling), RidgeRegression.fit(smiling, neutral));
  }

  private static RidgeRegression.Samples samples(
      List<TrainingPair> pairs, Function<TrainingPair, byte[]> half) {
    return new RidgeRegression.Samples(
        pairs.stream().map(p -> window(half.apply(p))).toArray(float[][]::new));
  }

  private static float[] window(byte[] planar) {
    int n = TrainingPair.SIZE;
    byte[] rgb = new byte[planar.length];
    for (int i = 0; i < planar.length; i++) {
      rgb[i % (n * n) * 3 + i / (n * n)] = planar[i];
    }
    Similarity toCrop =
        new Similarity(TrainingPair.SPAN / n, 0, TrainingPair.START, TrainingPair.START);
    return window(PixelImage.of8(n, n, 3, rgb), toCrop);
  }

  private static float[] window(PixelImage photo, Similarity toCrop) {
    CropWindow m = EditGeometry.MOUTH;
    return AlignedCrop.cutRegion(photo, toCrop, m.x(), m.y(), m.width(), COLUMNS, ROWS).data();
  }

  /** Nothing at the window's border, everything a tenth of its width further in. */
  private static FloatImage ramp() {
    FloatImage ramp = FloatImage.zeros(1, ROWS, COLUMNS);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        float edge = Math.min(Math.min(x, COLUMNS - 1 - x), Math.min(y, ROWS - 1 - y));
        float t = Math.min(1, edge / (COLUMNS / 10f));
        ramp.data()[y * COLUMNS + x] = t * t * (3 - 2 * t);
      }
    }
    return ramp;
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public DoubleFunction<ExpressionEdit> read(PixelImage photo, DetectedFace face) {
    float[] own = window(photo, CropTemplate.photoToCrop(face.landmarks()));
    float[] smiling = smile.predict(own);
    float[] neutral = calm.predict(own);
    return strength -> paint(own, strength < 0 ? neutral : smiling, (float) Math.abs(strength));
  }

  private static ExpressionEdit paint(float[] own, float[] goal, float amount) {
    float cover = Math.min(1, amount);
    float reach = Math.max(1, amount);
    FloatImage alpha = FloatImage.zeros(1, ROWS, COLUMNS);
    for (int i = 0; i < alpha.data().length; i++) {
      alpha.data()[i] = cover * RAMP.data()[i];
    }
    FloatImage colour = FloatImage.zeros(3, ROWS, COLUMNS);
    for (int i = 0; i < own.length; i++) {
      float value = own[i] + reach * (goal[i] - own[i]);
      colour.data()[i] = Math.min(1, Math.max(0, value));
    }
    return Baselines.painting(alpha, colour);
  }
}
