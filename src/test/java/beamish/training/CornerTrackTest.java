package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.ExpressionEdit;
import beamish.expression.MouthWidening;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.image.PixelImage;
import beamish.paste.PasteBack;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The corners of a mouth are where an edit took them. */
class CornerTrackTest {
  private static final Landmarks FACE = FakeFinder.face(200, 140, 120).landmarks();
  private static final PixelImage PHOTO = skin();

  /** Blots of a few pixels, as pores and shadows are. */
  private static PixelImage skin() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] blots = new double[4000][];
    for (int i = 0; i < blots.length; i++) {
      blots[i] =
          new double[] {
            random.nextDouble(400),
            random.nextDouble(340),
            random.nextDouble(2, 5),
            random.nextDouble(-50, 50)
          };
    }
    float[] grey = new float[400 * 340];
    for (double[] b : blots) {
      for (int y = (int) Math.max(0, b[1] - 12); y < Math.min(340, b[1] + 12); y++) {
        for (int x = (int) Math.max(0, b[0] - 12); x < Math.min(400, b[0] + 12); x++) {
          double r = Math.hypot(x - b[0], y - b[1]) / b[2];
          grey[y * 400 + x] += (float) (b[3] * Math.exp(-r * r));
        }
      }
    }
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.min(255, Math.max(0, 128 + grey[i / 3]));
    }
    return PixelImage.of8(400, 340, 3, rgb);
  }

  private static PixelImage edited(double strength) {
    PixelImage edited = PHOTO.copy();
    PasteBack.apply(PHOTO, CropTemplate.photoToCrop(FACE), edit(strength), edited);
    return edited;
  }

  private static ExpressionEdit edit(double strength) {
    FakeModel model = new FakeModel();
    return model.decode(model.encode(AlignedCrop.cut(PHOTO, FACE, model.cropSize())), strength);
  }

  @Test
  void followsThemOutwardsAndBack() {
    CornerTrack track = new CornerTrack(PHOTO, FACE);
    double own = track.next(PHOTO);
    assertThat(own).isEqualTo(FACE.relativeMouthWidth(), within(1e-9));
    Landmarks inCrop = FACE.map(CropTemplate.photoToCrop(FACE));
    double last = 0;
    for (double strength : new double[] {.25, .5, .75, 1, 1.25, .75, 0, -.5}) {
      double width = track.next(edited(strength)) / own - 1;
      double really = MouthWidening.of(edit(strength).flow(), inCrop);
      assertThat(width).as("at " + strength).isEqualTo(really, within(.012));
      assertThat(Math.signum(width - last)).isEqualTo(Math.signum(really - last));
      last = width;
    }
  }
}
