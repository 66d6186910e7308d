package beamish.training.recipe;

import java.util.List;

/**
 * {@code two-step}: a first network paints the wanted expression, a second refines the draft. Both
 * are encoders and decoders without pooling; a head on the first one's features must name the
 * photo's own expression, so that they know it. The second soon hands its input through.
 *
 * <p>Smooth L1 on the draft and on the picture. Coarse-to-fine generation as in Wang et al.,
 * "High-resolution image synthesis with conditional GANs", 2018; the head as in Caruana, "Multitask
 * learning", 1997.
 */
final class TwoStep implements Recipe {
  private static final String GENERATOR =
      """
      in photo 3x{edge}x{edge}
      in expression {classes}
      planes {edge}
      merge photo
      conv {c32} 3x3 norm relu
      conv {c64} 3x3 /2 norm relu
      conv {c96} 3x3 /2 norm relu
      features: conv {c128} 3x3 /2 norm relu
      conv {c128} 3x3 norm relu
      up
      conv {c96} 3x3 norm relu
      up
      conv {c64} 3x3 norm relu
      up
      conv {c32} 3x3 norm relu
      draft: conv 3 3x3 sigmoid
      out draft features
      """;

  private static final String HEAD =
      """
      in features {c128}x{edge/8}x{edge/8}
      conv {c32} 3x3 /2 leaky
      shown: dense {classes}
      out shown
      """;

  private static final String REFINER =
      """
      in draft 3x{edge}x{edge}
      conv {c32} 3x3 norm relu
      conv {c64} 3x3 /2 norm relu
      conv {c64} 3x3 norm relu
      up
      conv {c32} 3x3 norm relu
      picture: conv 3 3x3 sigmoid
      out picture
      """;

  private static final float HEAD_WEIGHT = .05f;

  private final RecipeSettings settings;
  private final Net generator;
  private final Net head;
  private final Net refiner;

  TwoStep(Kit kit) {
    this.settings = kit.settings();
    this.generator = kit.net("generator", GENERATOR);
    this.head = kit.net("head", HEAD);
    this.refiner = kit.net("refiner", REFINER);
  }

  @Override
  public List<Net> nets() {
    return List.of(generator, head, refiner);
  }

  @Override
  public List<Net> published() {
    return List.of(generator, refiner);
  }

  @Override
  public boolean isConditional() {
    return true;
  }

  @Override
  public double step(Batch batch, double fraction) {
    float[][] first = generator.forward(batch.photos(), batch.wantedShows());
    float[] draft = first[0];
    float[] shown = head.forward(first[1])[0];
    float[] picture = refiner.forward(draft)[0];
    float[] dPicture = new float[picture.length];
    double loss = settings.loss().of(picture, batch.wanted(), 1, dPicture);
    float[] dDraft = refiner.backward(dPicture)[0];
    settings.loss().of(draft, batch.wanted(), 1, dDraft);
    float[] dShown = new float[shown.length];
    Labels.classes(shown, batch.shows(), batch.expressions(), HEAD_WEIGHT, dShown);
    generator.backward(dDraft, head.backward(dShown)[0]);
    nets().forEach(net -> net.step(settings.rate()));
    return loss;
  }

  @Override
  public double validate(Batch batch) {
    float[] draft = generator.answer(batch.photos(), batch.wantedShows())[0];
    return settings.loss().of(refiner.answer(draft)[0], batch.wanted(), 1, new float[0]);
  }
}
