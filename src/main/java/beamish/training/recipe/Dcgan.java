package beamish.training.recipe;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.training.FaceWeights;
import java.util.List;

/**
 * {@code dcgan}: the generator is told a photo and an expression, and must reconstruct the person's
 * photo with it and fool a discriminator, which tells real from made and names the expression.
 * Sharp; and the identity function, since most of a face is the same in both photos. Remedies that
 * were tried are settings: several steps a batch ({@code steps}), mouth weights ({@code mouth}),
 * and painting the difference to the photo ({@code difference}).
 *
 * <p>Radford et al., "DCGAN", 2016; the second head of the discriminator is Odena et al.'s, 2017;
 * up and conv for transposed convolutions, and no norm in the discriminator, which sees real and
 * made photos in separate batches.
 */
final class Dcgan implements Recipe {
  private static final String GENERATOR =
      """
      in photo 3x{edge}x{edge}
      in expression {classes}
      planes {edge}
      merge photo
      scale 2 -1
      conv {c32} 4x4 /2 leaky
      conv {c64} 4x4 /2 norm leaky
      conv {c96} 4x4 /2 norm leaky
      conv {c128} 4x4 /2 norm leaky
      up
      conv {c96} 3x3 norm relu
      up
      conv {c64} 3x3 norm relu
      up
      conv {c48} 3x3 norm relu
      up
      conv {c32} 3x3 norm relu
      conv 3 3x3 tanh
      """;

  /** From -1 ... 1 to the photo's own range. */
  private static final String WHOLE =
      """
      picture: scale .5 .5
      out picture
      """;

  private static final String DIFFERENCE =
      """
      picture: add photo
      out picture
      """;

  private static final String DISCRIMINATOR =
      """
      in picture 3x{edge}x{edge}
      scale 2 -1
      conv {c32} 4x4 /2 leaky
      conv {c64} 4x4 /2 leaky
      conv {c96} 4x4 /2 leaky
      features: conv {c128} 4x4 /2 leaky
      real: dense 1
      from features
      shown: dense {classes}
      out real shown
      """;

  private final RecipeSettings settings;
  private final Net generator;
  private final Net discriminator;
  private final float[] weights;

  Dcgan(Kit kit) {
    this.settings = kit.settings();
    this.generator = kit.net("generator", GENERATOR + (settings.difference() ? DIFFERENCE : WHOLE));
    this.discriminator = kit.net("discriminator", DISCRIMINATOR);
    this.weights = weights(settings);
  }

  /** One everywhere, and more around the mouth. */
  private static float[] weights(RecipeSettings settings) {
    int edge = settings.size();
    float[] lips = FaceWeights.lips(new CropWindow(0, 0, 1, 1), edge, edge);
    CropWindow mouth = EditGeometry.MOUTH;
    for (int i = 0; i < lips.length; i++) {
      double u = (i % edge + .5) / edge - mouth.x();
      int row = i / edge;
      double v = (row + .5) / edge - mouth.y();
      boolean inside = u > 0 && v > 0 && u < mouth.width() && v < mouth.height();
      lips[i] = 1 + (inside ? (float) settings.mouth() * (.5f + lips[i]) : 0);
    }
    return lips;
  }

  @Override
  public List<Net> nets() {
    return List.of(generator, discriminator);
  }

  @Override
  public List<Net> published() {
    return List.of(generator);
  }

  @Override
  public boolean isConditional() {
    return true;
  }

  @Override
  public double step(Batch batch, double fraction) {
    float[] picture = generator.forward(batch.photos(), batch.wantedShows())[0];
    for (int i = 0; i < settings.critic(); i++) {
      tellApart(batch, picture);
    }
    float[] gradient = new float[picture.length];
    double loss = settings.loss().of(picture, batch.wanted(), 1, weights, gradient);
    float fool = (float) settings.fool();
    float[][] verdict = discriminator.forward(picture);
    float[][] slopes = {new float[verdict[0].length], new float[verdict[1].length]};
    Labels.truth(verdict[0], true, fool, slopes[0]);
    Labels.classes(verdict[1], batch.wantedShows(), batch.expressions(), fool, slopes[1]);
    float[] opinion = discriminator.opinion(slopes)[0];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += opinion[i];
    }
    generator.backward(gradient);
    generator.step(settings.rate());
    return loss;
  }

  /** One step of the discriminator. */
  private void tellApart(Batch batch, float[] picture) {
    float[][] real = discriminator.forward(batch.wanted());
    float[][] slopes = {new float[real[0].length], new float[real[1].length]};
    Labels.truth(real[0], true, 1, slopes[0]);
    Labels.classes(real[1], batch.wantedShows(), batch.expressions(), 1, slopes[1]);
    discriminator.backward(slopes);
    float[][] made = discriminator.forward(picture);
    float[][] others = {new float[made[0].length], new float[made[1].length]};
    Labels.truth(made[0], false, 1, others[0]);
    discriminator.backward(others);
    discriminator.step(settings.rate());
  }

  @Override
  public double validate(Batch batch) {
    float[] picture = generator.answer(batch.photos(), batch.wantedShows())[0];
    return settings.loss().of(picture, batch.wanted(), 1, weights, new float[0]);
  }
}
