package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.MouthWidening;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.paste.PasteBack;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Three people before grey, whose smiles widen the mouth alike and light up the mouth window. */
class BaselinesTest {
  private static final int N = TrainingPair.SIZE;
  private static final List<Point> NEUTRAL =
      List.of(new Point(.32, .36), new Point(.68, .36), new Point(.36, .76), new Point(.64, .76));
  private static final List<Point> SMILING =
      List.of(new Point(.32, .36), new Point(.68, .36), new Point(.33, .74), new Point(.67, .74));

  private final PixelImage photo = plain(400, 100);
  private final DetectedFace bare = FakeFinder.face(200, 144, 144);
  private final DetectedFace face =
      new DetectedFace(
          bare.box(),
          bare.landmarks(),
          NEUTRAL.stream()
              .map(CropTemplate.photoToCrop(bare.landmarks()).inverse()::apply)
              .toList(),
          0,
          1);

  private static PixelImage plain(int edge, int tone) {
    byte[] samples = new byte[edge * edge * 3];
    Arrays.fill(samples, (byte) tone);
    return PixelImage.of8(edge, edge, 3, samples);
  }

  private static TrainingPair pair(int tone) {
    byte[] neutral = new byte[3 * N * N];
    Arrays.fill(neutral, (byte) tone);
    byte[] smiling = new byte[3 * N * N];
    Arrays.fill(smiling, (byte) (tone + 40));
    return new TrainingPair("p" + tone, neutral, smiling, NEUTRAL, SMILING);
  }

  private EditSource learned(String name) {
    return Baselines.learn(List.of(pair(80), pair(110), pair(150))).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int after(ExpressionEdit edit, double u, double v) {
    PixelImage edited = photo.copy();
    PasteBack.apply(photo, CropTemplate.photoToCrop(face.landmarks()), edit, edited);
    Point p = CropTemplate.photoToCrop(face.landmarks()).inverse().apply(new Point(u, v));
    return edited.sample((int) p.x(), (int) p.y(), 1);
  }

  @Test
  void theMeanWarpWidensAMouthAsTheMeanDid() {
    DoubleFunction<ExpressionEdit> edit = learned("mean-warp").read(photo, face);
    var own = face.landmarks().map(CropTemplate.photoToCrop(face.landmarks()));
    // FakeFinder's corners lie near those of NEUTRAL, .28 apart, which go .34 apart
    assertThat(MouthWidening.of(edit.apply(1).flow(), own)).isCloseTo(.06 / .28, within(.03));
    assertThat(MouthWidening.of(edit.apply(-1).flow(), own)).isNegative();
    for (float f : edit.apply(0).flow().data()) {
      assertThat(f).isCloseTo(0, within(1e-5f));
    }
    assertThat(edit.apply(1).mouthAlpha().data()).containsOnly(0);
  }

  @Test
  void ridgePaintsWhatItForetells() {
    DoubleFunction<ExpressionEdit> edit = learned("ridge").read(photo, face);
    double u = EditGeometry.MOUTH.x() + EditGeometry.MOUTH.width() / 2;
    double v = EditGeometry.MOUTH.y() + EditGeometry.MOUTH.height() / 2;
    assertThat(after(edit.apply(0), u, v)).isEqualTo(100);
    assertThat(after(edit.apply(.5), u, v)).isCloseTo(120, within(2));
    assertThat(after(edit.apply(1), u, v)).isCloseTo(140, within(2));
    assertThat(after(edit.apply(1.5), u, v)).isCloseTo(160, within(2));
    assertThat(after(edit.apply(-1), u, v)).isCloseTo(60, within(2));
    assertThat(after(edit.apply(1), EditGeometry.MOUTH.x() + .002, v)).isEqualTo(100);
  }

  @Test
  void withoutPointsThereIsNoMeanWarp() {
    TrainingPair known = pair(90);
    TrainingPair bare =
        new TrainingPair("b", known.neutral(), known.smiling(), List.of(), List.of());
    assertThat(Baselines.learn(List.of(bare, bare)))
        .extracting(EditSource::name)
        .containsExactly("ridge");
  }
}
