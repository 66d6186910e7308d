package beamish.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.MouthLayout;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LandmarkJitterTest {
  private static final int N = LandmarkLayout.SIZE;

  /** A mean face drawn as one white dot, at the left pupil, on black. */
  private static LandmarkSample dot() {
    return dot(0);
  }

  /** The same at another of its points. */
  static LandmarkSample dot(int at) {
    Similarity toPhoto = new Similarity(200, 0, 150, 150);
    List<Point> points =
        new ArrayList<>(LandmarkLayout.meanFace().stream().map(toPhoto::apply).toList());
    PixelImage photo = PixelImage.of8(500, 500, 1, new byte[500 * 500]);
    Point eye = points.get(at);
    for (int y = -5; y <= 5; y++) {
      for (int x = -5; x <= 5; x++) {
        photo.setSample((int) eye.x() + x, (int) eye.y() + y, 0, 255);
      }
    }
    boolean[] known = new boolean[LandmarkLayout.POINTS];
    Arrays.fill(known, true);
    known[3] = false;
    return LandmarkSample.cut("dot", photo, points, known);
  }

  /** Whether a dot stands out from four pixels well beside it, at a point as the target has it. */
  private static boolean stands(float[] image, float[] target, List<Point> mean, int point) {
    Point usual = mean.get(point);
    int x = inside((usual.x() + target[2 * point] / LandmarkGraph.SCALE) * N);
    int y = inside((usual.y() + target[2 * point + 1] / LandmarkGraph.SCALE) * N);
    float around = 0;
    for (int[] off : new int[][] {{-9, 0}, {9, 0}, {0, -9}, {0, 9}}) {
      around += image[inside(y + off[1]) * N + inside(x + off[0])] / 4;
    }
    return image[y * N + x] > around + 2;
  }

  private static int inside(double at) {
    return (int) Math.min(N - 1, Math.max(0, at));
  }

  @Test
  void targetsFollowThePictureMirroredOrNot() {
    LandmarkSample sample = dot();
    LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(2));
    int seen = 0;
    int elsewhere = 0;
    int mirrored = 0;
    for (int k = 0; k < 40; k++) {
      float[] image = new float[N * N];
      float[] target = new float[2 * LandmarkLayout.POINTS];
      float[] mask = new float[target.length];
      jitter.face(sample, image, target, mask, 0);
      boolean flipped = mask[4] == 0; // the unknown right corner has become the left one
      assertThat(mask[flipped ? 6 : 4]).isEqualTo(1);
      // glasses, boxes and other backdrops may hide the dot, and light hair makes it stand out
      // less; it must mostly be seen where it is said, and hardly ever at the other pupil
      seen += stands(image, target, LandmarkLayout.meanFace(), flipped ? 1 : 0) ? 1 : 0;
      elsewhere += stands(image, target, LandmarkLayout.meanFace(), flipped ? 0 : 1) ? 1 : 0;
      mirrored += flipped ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(25);
    assertThat(elsewhere).isLessThan(4);
    assertThat(mirrored).isBetween(8, 32);
  }

  /** Where a mouth lies in its view must not tell where its corners are. */
  @Test
  void mouthsLieAnywhereInTheirViewsAndTheTargetsFollow() {
    LandmarkSample sample = dot(2);
    LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(4));
    int seen = 0;
    int elsewhere = 0;
    double left = 1;
    double right = 0;
    for (int k = 0; k < 60; k++) {
      float[] image = new float[N * N];
      float[] target = new float[2 * MouthLayout.POINTS.size()];
      float[] mask = new float[target.length];
      jitter.mouth(sample, image, target, mask, 0);
      boolean flipped = mask[0] == 0; // the unknown right corner has become the left one
      int corner = flipped ? 1 : 0;
      assertThat(mask[2 * corner]).isEqualTo(1);
      seen += stands(image, target, MouthLayout.meanMouth(), corner) ? 1 : 0;
      elsewhere += stands(image, target, MouthLayout.meanMouth(), 1 - corner) ? 1 : 0;
      double off = target[2 * corner] / LandmarkGraph.SCALE;
      left = Math.min(left, off);
      right = Math.max(right, off);
    }
    // beards, boxes and light hair hide it more often than a pupil
    assertThat(seen).isGreaterThan(30);
    assertThat(elsewhere).isLessThan(6);
    assertThat(left).isLessThan(-.1);
    assertThat(right).isGreaterThan(.1);
  }

  @Test
  void aBendGoesBothWaysAndNeverFolds() {
    SplittableRandom random = new SplittableRandom(3);
    double most = 0;
    for (int k = 0; k < 200; k++) {
      LandmarkBend bend = LandmarkBend.draw(random);
      for (Point p : LandmarkLayout.meanFace()) {
        Point there = bend.apply(p);
        assertThat(bend.invert(there).distanceTo(p)).isLessThan(1e-4);
        most = Math.max(most, there.distanceTo(p));
      }
      for (int i = 0; i < 95; i++) {
        double v = i / 95.;
        assertThat(bend.apply(new Point((i + 1) / 95., .73)).x())
            .isGreaterThan(bend.apply(new Point(i / 95., .73)).x());
        assertThat(bend.apply(new Point(.37, v + 1 / 95.)).y())
            .isGreaterThan(bend.apply(new Point(.37, v)).y());
      }
    }
    assertThat(most).as("bends do bend").isGreaterThan(.03);
  }
}
