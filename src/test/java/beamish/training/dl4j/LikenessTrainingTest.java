package beamish.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.Likeness;
import beamish.face.dl4j.LikenessNet;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.training.TrainingPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTrainingTest {
  /** People who differ in a coarse pattern of their own. */
  private static List<TrainingPair> people() {
    List<TrainingPair> people = new ArrayList<>();
    int n = TrainingPair.SIZE;
    for (int i = 0; i < 16; i++) {
      Random random = new Random(i);
      float[] cells = new float[36];
      for (int k = 0; k < cells.length; k++) {
        cells[k] = random.nextFloat() * 255;
      }
      byte[] photo = new byte[3 * n * n];
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          byte v = (byte) (int) cells[y * 6 / n * 6 + x * 6 / n];
          photo[y * n + x] = v;
          photo[n * n + y * n + x] = v;
          photo[2 * n * n + y * n + x] = v;
        }
      }
      people.add(new TrainingPair("p" + i, photo, photo, List.of(), List.of()));
    }
    return people;
  }

  @Test
  void learnsAndComesBackFromItsFolder(@TempDir Path folder) throws IOException {
    LikenessTraining training = new LikenessTraining(people(), 1);
    double first = training.step(0, 1e-3);
    double last = 0;
    for (int i = 1; i < 12; i++) {
      last = training.step(i, 1e-3);
    }
    assertThat(last).isLessThan(first * .9);
    PixelImage photo = Pictures.waves(160, 160);
    Similarity toCrop = Similarity.scaling(1 / 160.);
    float[] before;
    try (LikenessNet net = training.run(0, new Cancellation(), (fraction, what) -> {})) {
      training.write(folder, 0, .5);
      before = net.of(photo, toCrop);
    }
    try (LikenessNet read = new LikenessNet(folder)) {
      float[] after = read.of(photo, toCrop);
      assertThat(Likeness.between(after, after)).isBetween(.9999, 1.0001);
      assertThat(Likeness.between(before, after)).isGreaterThan(.999);
    }
  }
}
