package beamish.face.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.codec.PhotoReader;
import beamish.face.DetectedFace;
import beamish.face.Warps;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On our own averages; the bars on real photos are in {@link FaceBarsTest}. */
class LandmarkFaceFinderTest {
  private static final Path SAMPLES = Path.of("assets/samples");
  private static LandmarkFaceFinder finder;

  @BeforeAll
  static void load() {
    finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
  }

  @AfterAll
  static void close() {
    finder.close();
  }

  private static PixelImage sample(String name) {
    return new PhotoReader().read(SAMPLES.resolve(name)).pixels();
  }

  private static List<DetectedFace> find(PixelImage photo) {
    return finder.find(photo, new Cancellation());
  }

  /** The averages are made with pupils at fixed places. */
  private static void assertEyes(DetectedFace face, Point left, Point right) {
    double eyes = left.distanceTo(right);
    assertThat(face.landmarks().leftEye().distanceTo(left)).isLessThan(.04 * eyes);
    assertThat(face.landmarks().rightEye().distanceTo(right)).isLessThan(.04 * eyes);
  }

  @Test
  void findsThePupilsOfAPortrait() {
    for (String name : List.of("portrait-1.jpg", "portrait-2.jpg", "validation-average.jpg")) {
      List<DetectedFace> faces = find(sample(name));
      assertThat(faces).as(name).hasSize(1);
      assertEyes(faces.get(0), new Point(515, 660), new Point(765, 660));
    }
  }

  @Test
  void frontalFacesAreNotTurned() {
    for (String name : List.of("portrait-1.jpg", "portrait-2.jpg", "validation-average.jpg")) {
      assertThat(find(sample(name)).get(0).yawDegrees()).as(name).isBetween(-6.0, 6.0);
    }
  }

  /** The mean face's nose moved aside, in a rolled photo too. */
  @Test
  void aNoseAsideIsATurnedHead() {
    Similarity rolled = new Similarity(200, 60, 30, 10);
    List<Point> points = new ArrayList<>(LandmarkLayout.meanFace());
    double before = LandmarkLayout.yawDegrees(points);
    double eyes = points.get(0).distanceTo(points.get(1));
    for (int i : new int[] {8, 9, 10}) {
      points.set(i, new Point(points.get(i).x() + .06 * eyes, points.get(i).y()));
    }
    List<Point> seen = points.stream().map(rolled::apply).toList();
    assertThat(LandmarkLayout.yawDegrees(seen) - before).isCloseTo(21.8, within(.1));
    assertThat(before).isBetween(-5., 5.);
  }

  @Test
  void findsTheFaceInABoxWithoutTheCascade() {
    PixelImage photo = sample("portrait-1.jpg");
    for (Box box : List.of(new Box(380, 420, 520, 640), new Box(300, 250, 720, 900))) {
      DetectedFace face = finder.findIn(photo, box, new Cancellation()).orElseThrow();
      assertEyes(face, new Point(515, 660), new Point(765, 660));
      assertThat(face.points()).hasSize(LandmarkLayout.POINTS);
    }
    for (int degrees : new int[] {45, -45, 65, -65}) {
      Similarity roll = Warps.roll(photo, degrees);
      Point middle = roll.apply(new Point(640, 720));
      Box around = new Box(middle.x() - 370, middle.y() - 300, 660, 660);
      DetectedFace rolled =
          finder.findIn(Warps.rolled(photo, degrees), around, new Cancellation()).orElseThrow();
      assertEyes(rolled, roll.apply(new Point(515, 660)), roll.apply(new Point(765, 660)));
    }
  }

  @Test
  void findsNothingInABoxWithoutAFace() {
    PixelImage group = sample("group.jpg");
    for (Box box :
        List.of(
            new Box(0, 0, 200, 200),
            new Box(group.width() - 150, 20, 400, 500),
            new Box(600, 400, 3, 3),
            new Box(600, group.height() + 60, 200, 200),
            new Box(-40, 100, 60, 900))) {
      assertThat(finder.findIn(group, box, new Cancellation())).as(box.toString()).isEmpty();
    }
  }

  @Test
  void findsARolledFaceOnce() {
    PixelImage photo = sample("portrait-2.jpg");
    for (int degrees : new int[] {-30, 30}) {
      Similarity roll = Warps.roll(photo, degrees);
      List<DetectedFace> faces = find(Warps.rolled(photo, degrees));
      assertThat(faces).hasSize(1);
      assertEyes(faces.get(0), roll.apply(new Point(515, 660)), roll.apply(new Point(765, 660)));
    }
  }

  @Test
  void findsThreeInAGroupFromLeftToRight() {
    List<DetectedFace> faces = find(sample("group.jpg"));
    assertThat(faces).hasSize(3);
    assertThat(faces)
        .extracting(f -> f.landmarks().leftEye().x())
        .isSorted()
        .allMatch(x -> x > 300 && x < 2000);
  }

  @Test
  void findsSmallFacesInGreyAndSixteenBit() {
    PixelImage group = sample("group.jpg");
    int factor = 5; // eyes 32 to 38 px apart
    int w = group.width() / factor;
    int h = group.height() / factor;
    short[] grey = new short[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = 0;
        for (int k = 0; k < factor * factor; k++) {
          sum += group.sample(x * factor + k % factor, y * factor + k / factor, 1);
        }
        grey[y * w + x] = (short) (sum * 257 / (factor * factor));
      }
    }
    assertThat(find(PixelImage.of16(w, h, 1, grey))).hasSize(3);
  }

  @Test
  void findsNothingInNoiseAndTinyPictures() {
    SplittableRandom random = new SplittableRandom(4);
    byte[] noise = new byte[300 * 200];
    random.nextBytes(noise);
    assertThat(find(PixelImage.of8(300, 200, 1, noise))).isEmpty();
    assertThat(find(PixelImage.of8(1, 1, 3, new byte[3]))).isEmpty();
  }

  @Test
  void stopsWhenCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    PixelImage photo = PixelImage.of8(64, 64, 1, new byte[64 * 64]);
    assertThatThrownBy(() -> finder.find(photo, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void leavesNoNativeMemoryBehind() {
    PixelImage photo = sample("validation-average.jpg");
    find(photo);
    find(photo);
    long before = Pointer.totalBytes();
    for (int i = 0; i < 3; i++) {
      find(photo);
    }
    assertThat(Pointer.totalBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void namesAMissingModel(@TempDir Path empty) {
    assertThatThrownBy(() -> new LandmarkFaceFinder(empty))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("weights.safetensors");
  }

  @Test
  void namesAModelWithoutAMouth(@TempDir Path folder) throws IOException {
    Files.copy(
        Path.of("models/landmarks-1/weights.safetensors"), folder.resolve("weights.safetensors"));
    assertThatThrownBy(() -> new LandmarkFaceFinder(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mouth.safetensors");
  }
}
