package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Photos of one grey, so that what is seen in them is the light alone. */
class PhotoChangeTest {
  private static final DetectedFace FACE = FakeFinder.face(150, 120, 60);
  private static final Similarity TO_CROP = CropTemplate.photoToCrop(FACE.landmarks());

  private static PixelImage grey(int value) {
    byte[] bytes = new byte[300 * 280 * 3];
    Arrays.fill(bytes, (byte) value);
    return PixelImage.of8(300, 280, 3, bytes);
  }

  private static double light(PixelImage photo, int x, int y, int c) {
    return Srgb.linear(photo.sample(x, y, c) / 255.);
  }

  @Test
  void theSameForOnePairAndAnotherForTheNext() {
    PixelImage photo = Pictures.waves(300, 280);
    PixelImage once = PhotoChange.of(3, "ann").apply(photo, TO_CROP);
    assertThat(PhotoChange.of(3, "ann").apply(photo, TO_CROP).hasSamePixels(once)).isTrue();
    assertThat(PhotoChange.of(3, "bob").apply(photo, TO_CROP).hasSamePixels(once)).isFalse();
    assertThat(PhotoChange.of(4, "ann").apply(photo, TO_CROP).hasSamePixels(once)).isFalse();
  }

  @Test
  void lampsAreNeitherTooDimNorTooColouredAndComeFromEverySide() {
    double darkest = 9;
    double lightest = 0;
    int fromLeft = 0;
    int warm = 0;
    for (int seed = 0; seed < 40; seed++) {
      PixelImage lit = PhotoChange.of(seed, "ann").apply(grey(100), TO_CROP);
      int n = lit.width();
      assertThat(lit.height()).isEqualTo(n);
      double was = Srgb.linear(100 / 255.);
      double here = light(lit, n / 2, n / 2, 1) / was;
      darkest = Math.min(darkest, here);
      lightest = Math.max(lightest, here);
      fromLeft += light(lit, 0, n / 2, 1) > light(lit, n - 1, n / 2, 1) ? 1 : 0;
      double redder = light(lit, n / 2, n / 2, 0) / light(lit, n / 2, n / 2, 2);
      assertThat(redder).isBetween(.6, 1.6);
      warm += redder > 1 ? 1 : 0;
    }
    assertThat(darkest).isBetween(.35, .7);
    assertThat(lightest).isBetween(1.02, 1.4);
    assertThat(fromLeft).isBetween(8, 32);
    assertThat(warm).isBetween(8, 32);
  }

  @Test
  void theFaceIsRolledAndSmallerButWhole() {
    // a light dot on each pupil
    PixelImage photo = grey(40);
    for (int dx = -2; dx <= 2; dx++) {
      for (int dy = -2; dy <= 2; dy++) {
        for (int c = 0; c < 3; c++) {
          photo.setSample(120 + dx, 120 + dy, c, 255);
          photo.setSample(180 + dx, 120 + dy, c, 255);
        }
      }
    }
    double most = 0;
    double smallest = 60;
    for (int seed = 0; seed < 20; seed++) {
      PixelImage changed = PhotoChange.of(seed, "ann").apply(photo, TO_CROP);
      double[] left = dot(changed, 0);
      double[] right = dot(changed, changed.width() / 2);
      double apart = Math.hypot(right[0] - left[0], right[1] - left[1]);
      double roll = Math.toDegrees(Math.atan2(right[1] - left[1], right[0] - left[0]));
      assertThat(apart).isBetween(.58 * 60, 1.02 * 60);
      assertThat(roll).isBetween(-13., 13.);
      most = Math.max(most, Math.abs(roll));
      smallest = Math.min(smallest, apart);
      assertThat(left[0]).isGreaterThan(.5 * apart);
      assertThat(changed.height() - left[1]).isGreaterThan(1.3 * apart);
    }
    assertThat(most).isGreaterThan(6);
    assertThat(smallest).isLessThan(.75 * 60);
  }

  /** The middle of what is bright in the half that starts at this column. */
  private static double[] dot(PixelImage p, int from) {
    double most = 0;
    for (int x = from; x < from + p.width() / 2; x++) {
      for (int y = 0; y < p.height(); y++) {
        most = Math.max(most, light(p, x, y, 1));
      }
    }
    double sum = 0;
    double[] at = new double[2];
    for (int x = from; x < from + p.width() / 2; x++) {
      for (int y = 0; y < p.height(); y++) {
        double w = Math.max(0, light(p, x, y, 1) - .5 * most);
        sum += w;
        at[0] += w * (x + .5);
        at[1] += w * (y + .5);
      }
    }
    return new double[] {at[0] / sum, at[1] / sum};
  }

  @Test
  void bothPhotosOfAPairAreChangedAlikeBeforeTheFinderSeesThem() {
    PairSet set =
        new PairSet(file -> grey(file.toString().startsWith("n") ? 90 : 120), new FakeFinder(FACE));
    PairSet.PhotoPair pair = new PairSet.PhotoPair("ann", Path.of("n"), Path.of("s"));
    PairSet.Aligned plain = set.align(pair, new Cancellation()).orElseThrow();
    PairSet.Aligned other = set.changed(5).align(pair, new Cancellation()).orElseThrow();
    assertThat(plain.neutral().hasSamePixels(grey(90))).isTrue();
    int n = other.neutral().width();
    assertThat(other.smiling().width()).isEqualTo(n);
    double was = Srgb.linear(120 / 255.) / Srgb.linear(90 / 255.);
    for (int c = 0; c < 3; c++) {
      double now =
          light(other.smiling(), n / 2, n / 3, c) / light(other.neutral(), n / 2, n / 3, c);
      assertThat(now).isCloseTo(was, within(.06 * was));
    }
  }
}
