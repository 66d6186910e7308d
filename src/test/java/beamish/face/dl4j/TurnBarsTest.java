package beamish.face.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.PhotoReader;
import beamish.face.DetectedFace;
import beamish.face.TurnedHead;
import beamish.image.Cholesky;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.training.HeldOut;
import beamish.training.PairSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How far the finder takes heads to be turned that are, as {@link TurnedHead} draws them. {@code
 * -Dfaces.all=true} takes all ten people held out, {@code -Dturns.fit=true} fits the weights of
 * {@link LandmarkLayout} once more.
 */
@Tag("shared")
class TurnBarsTest {
  private static final Path LONDON = Path.of("../shared/data/london");

  /** Keeps weights of places that hardly differ small. */
  private static final double RIDGE = .02;

  private static LandmarkFaceFinder finder;

  @BeforeAll
  static void load() {
    assumeTrue(Files.isDirectory(LONDON), "skipped: ../shared/data is not here");
    finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
  }

  @AfterAll
  static void close() {
    if (finder != null) {
      finder.close();
    }
  }

  /** A head drawn at an angle, as the finder sees it. */
  private record Seen(double degrees, DetectedFace face) {}

  private static List<Seen> seen(List<Path> photos, Random random, int... angles) {
    List<Seen> seen = new ArrayList<>();
    for (Path file : photos) {
      PixelImage photo = new PhotoReader().read(file).pixels();
      DetectedFace face = largest(photo).get(0);
      TurnedHead head = TurnedHead.any(random);
      for (int angle : angles) {
        double degrees = angle == 0 ? 0 : angle + 8 * random.nextDouble() - 4;
        for (DetectedFace there : largest(head.turned(photo, face.landmarks(), degrees))) {
          seen.add(new Seen(degrees, there));
        }
      }
    }
    return seen;
  }

  /** One, or none where none is found. */
  private static List<DetectedFace> largest(PixelImage photo) {
    return PairSet.largest(finder.find(photo, new Cancellation())).stream().toList();
  }

  private static List<Path> people(boolean heldOut) {
    Set<String> names =
        HeldOut.read(Path.of("src/main/resources/beamish/training/validation-london.txt"));
    return PairSet.byName(LONDON.resolve("neutral"), LONDON.resolve("smiling")).stream()
        .filter(p -> names.contains(p.name()) == heldOut)
        .map(p -> Math.floorMod(p.name().hashCode(), 2) == 0 ? p.neutral() : p.smiling())
        .toList();
  }

  @Test
  void turnsAreToldOfPeopleNeverSeen() {
    List<Path> people = people(true);
    List<Path> some = Boolean.getBoolean("faces.all") ? people : people.subList(0, 4);
    List<Seen> seen = seen(some, new Random(2), -35, -20, 0, 20, 35);
    assertThat(seen).hasSizeGreaterThan(some.size() * 4);
    double squares = 0;
    int far = 0;
    int told = 0;
    for (Seen s : seen) {
      double off = s.face.yawDegrees() - s.degrees;
      squares += off * off / seen.size();
      if (s.degrees == 0) {
        assertThat(s.face.isTurned()).isFalse();
      } else if (Math.abs(s.degrees) > 30) {
        far++;
        told += s.face.isTurned() ? 1 : 0;
      }
    }
    assertThat(told).isGreaterThanOrEqualTo((int) Math.ceil(.9 * far));
    assertThat(Math.sqrt(squares)).isLessThan(8);
  }

  @Test
  void theWeightsAreThoseOfTheFit() {
    assumeTrue(Boolean.getBoolean("turns.fit"), "skipped: takes minutes, -Dturns.fit=true");
    int n = LandmarkLayout.ASIDE.size();
    double[][] normal = new double[n][n];
    double[] right = new double[n];
    for (Seen s : seen(people(false), new Random(1), -40, -30, -20, -10, 0, 10, 20, 30, 40)) {
      double[] aside = LandmarkLayout.aside(s.face.points());
      for (int i = 0; i < n; i++) {
        right[i] += aside[i] * s.degrees;
        for (int j = 0; j < n; j++) {
          normal[i][j] += aside[i] * aside[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      normal[i][i] += RIDGE;
    }
    assertThat(new Cholesky(normal).solve(right))
        .containsExactly(LandmarkLayout.DEGREES, within(.5));
  }
}
