package beamish.fake;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.ModelManifest;
import beamish.expression.StrengthScale;
import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import java.util.List;
import java.util.Map;

/** Lifts the mouth corners by a fixed smooth flow and warms the mouth a little; no network. */
public final class FakeModel implements ExpressionModel {
  private static final int SIZE = 64;

  private final String id;
  private final double gain;

  /** The plain one. */
  public FakeModel() {
    this("fake", 1);
  }

  /** One that does {@code gain} times as much. */
  FakeModel(String id, double gain) {
    this.id = id;
    this.gain = gain;
  }

  /** How often it decoded. */
  public int decodes;

  /** How often it encoded. */
  public int encodes;

  private record Code() implements LatentCode {}

  @Override
  public ModelManifest manifest() {
    return new ModelManifest(
        id,
        "Lifts the corners",
        "fake",
        SIZE,
        List.of(.32, .36, .68, .36),
        List.of(-1.0, 1.5),
        StrengthScale.PLAIN,
        "Apache-2.0",
        List.of(),
        Map.of(),
        "none",
        "",
        List.of());
  }

  @Override
  public int cropSize() {
    return SIZE;
  }

  @Override
  public LatentCode encode(AlignedCrop crop) {
    encodes++;
    return new Code();
  }

  @Override
  public ExpressionEdit decode(LatentCode code, double wanted) {
    decodes++;
    double strength = gain * wanted;
    FloatImage flow = FloatImage.zeros(2, SIZE, SIZE);
    FloatImage shading = FloatImage.zeros(3, SIZE, SIZE);
    int plane = SIZE * SIZE;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double u = (x + .5) / SIZE;
        double v = (y + .5) / SIZE;
        double side = Math.signum(u - .5);
        double corner = bump(u - .5 - side * .15, v - .75, .08);
        flow.data()[y * SIZE + x] = (float) (-side * .04 * strength * corner);
        flow.data()[plane + y * SIZE + x] = (float) (.05 * strength * corner);
        shading.data()[y * SIZE + x] = (float) (.1 * strength * bump(u - .5, v - .75, .1));
      }
    }
    FloatImage none = FloatImage.zeros(1, SIZE, SIZE);
    FloatImage black = FloatImage.zeros(3, SIZE, SIZE);
    return new ExpressionEdit(
        flow, shading, none, black, new ExpressionEdit.CropWindow(.3, .6, .4, .3), none, black);
  }

  private static double bump(double dx, double dy, double width) {
    return Math.exp(-(dx * dx + dy * dy) / (2 * width * width));
  }

  @Override
  public void close() {}
}
