package beamish.training.recipe;

import java.util.List;

/**
 * What all autoencoders here share: a photo goes in, some with a square blackened, and the whole
 * photo is wanted back. The encoder answers the code first, then any skips, which the decoder reads
 * in the same order.
 */
class Autoencoder implements Recipe {
  final RecipeSettings settings;
  final Net encoder;
  final Net decoder;

  Autoencoder(Kit kit, String encoder, String decoder) {
    this.settings = kit.settings();
    this.encoder = kit.net("encoder", encoder);
    this.decoder = kit.net("decoder", decoder);
  }

  @Override
  public List<Net> nets() {
    return List.of(encoder, decoder);
  }

  @Override
  public List<Net> published() {
    return List.of(encoder, decoder);
  }

  @Override
  public boolean isConditional() {
    return false;
  }

  @Override
  public boolean repairs() {
    return settings.repair() > 0;
  }

  @Override
  public double step(Batch batch, double fraction) {
    float[] holed =
        Holes.cut(batch.photos(), batch.edge(), settings.hole(), settings.repair(), batch.random());
    float[][] code = encoder.forward(holed);
    float[] picture = decoder.forward(code)[0];
    float[] gradient = new float[picture.length];
    double loss = compare(picture, batch.photos(), gradient);
    encoder.backward(decoder.backward(gradient));
    encoder.step(settings.rate());
    decoder.step(settings.rate());
    return loss;
  }

  /**
   * The loss of painted pictures; its gradient is added to {@code gradient}, if that has a length.
   */
  double compare(float[] pictures, float[] wanted, float[] gradient) {
    return settings.loss().of(pictures, wanted, 1, gradient);
  }

  @Override
  public double validate(Batch batch) {
    return compare(decoder.answer(encoder.answer(batch.photos()))[0], batch.photos(), new float[0]);
  }
}
