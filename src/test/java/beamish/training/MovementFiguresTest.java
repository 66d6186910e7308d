package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MovementFiguresTest {
  private static final int N = 256;
  private static final Similarity TO_CROP = new Similarity(1. / N, 0, 0, 0);

  /** A picture with something to follow, so many pixels higher. */
  private static Evaluation.Picture picture(int higher) {
    PixelImage waves = Pictures.waves(N, N + 32);
    byte[] part = new byte[3 * N * N];
    for (int i = 0; i < part.length; i++) {
      part[i] = (byte) waves.sample(i / 3 % N, i / 3 / N + higher, i % 3);
    }
    return new Evaluation.Picture("ann", PixelImage.of8(N, N, 3, part), TO_CROP);
  }

  @Test
  void tellsHowFarAFaceRisesBesideItsRealSmile() {
    var gatherer = new MovementFigures.Gatherer("model");
    gatherer.see("model", picture(0), 0);
    gatherer.see("model", picture(2), .5);
    gatherer.see("model", picture(4), 1);
    gatherer.see("baseline", picture(9), 1);
    gatherer.see("model", picture(3), Double.POSITIVE_INFINITY);
    MovementFigures figures = gatherer.figures();
    double eyes = .36 * N;
    assertThat(figures.parts()).hasSize(4);
    for (MovementFigures.Part part : figures.parts()) {
      assertThat(part.edited()).as(part.name()).isCloseTo(4 / eyes, within(.5 / eyes));
      assertThat(part.real()).as(part.name()).isCloseTo(3 / eyes, within(.5 / eyes));
    }
    assertThat(figures.lines())
        .singleElement()
        .asString()
        .contains(String.format(Locale.ROOT, "%.3f", figures.parts().get(2).edited()))
        .contains("cheeks");
  }
}
