package beamish.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import beamish.tensor.Tensor;
import beamish.training.Publication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A personal training starts where the model it starts from stood at strength 1. */
class FoldedStepsTest {
  private static final int N = EditGeometry.CROP;
  private static final double STEP = 1.35;

  private static AlignedCrop noise() {
    Random random = new Random(8);
    float[] pixels = new float[3 * N * N];
    for (int i = 0; i < pixels.length; i++) {
      // so little that nobody sees teeth in it
      pixels[i] = .5f + .02f * random.nextFloat();
    }
    return new AlignedCrop(
        new FloatImage(3, N, N, pixels),
        new Landmarks(
            CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, new Point(.4, .75), new Point(.6, .75)));
  }

  private static ExpressionEdit edit(Map<String, Tensor> weights, StrengthScale scale) {
    try (BeamishModel model =
        new BeamishModel(Publication.unpublished("x", BeamishModel.ARCHITECTURE, scale), weights)) {
      return model.decode(model.encode(noise()), 1);
    }
  }

  @Test
  void aFoldedStepIsWhatOneStepOfTheScaleWas() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Random random = new Random(2);
    for (Tensor t : new GeneratorTrainer(1, 7).weights()) {
      // heads start so small that hardly anything would show
      if (t.name().startsWith("motion") || t.name().startsWith("mouth.")) {
        for (int i = 0; i < t.data().length; i++) {
          t.data()[i] = .2f * (float) random.nextGaussian();
        }
      }
      weights.put(t.name(), t);
    }
    ExpressionEdit scaled = edit(weights, new StrengthScale(STEP, 0));
    ExpressionEdit plain = edit(weights, StrengthScale.PLAIN);
    ExpressionEdit folded = edit(FoldedSteps.of(weights, STEP), StrengthScale.PLAIN);

    assertThat(most(folded.flow().data(), scaled.flow().data())).isLessThan(1e-4f);
    assertThat(most(folded.mouthColour().data(), scaled.mouthColour().data())).isLessThan(1e-3f);
    assertThat(most(plain.flow().data(), scaled.flow().data())).isGreaterThan(1e-3f);
    assertThat(most(plain.mouthColour().data(), scaled.mouthColour().data())).isGreaterThan(5e-3f);
  }

  private static float most(float[] a, float[] b) {
    float most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }
}
