package beamish.training.recipe;

/**
 * {@code cae-perceptual}: the same, but half of the loss asks whether a network that knows faces
 * sees the same face. Eyes and mouth come back; skin stays soft.
 *
 * <p>Johnson et al., "Perceptual losses for real-time style transfer", 2016, with our own likeness
 * network in the place of a classifier. ELU in the decoder: Clevert et al., 2016.
 */
final class PerceptualAutoencoder extends Autoencoder {
  private static final String DECODER =
      """
      in code {latent}
      dense {c128}x{edge/16}x{edge/16} elu
      up
      conv {c128} 3x3 elu
      up
      conv {c64} 3x3 elu
      up
      conv {c32} 3x3 elu
      up
      picture: conv 3 3x3 sigmoid
      out picture
      """;

  private final Features features;

  PerceptualAutoencoder(Kit kit) {
    super(kit, ConvAutoencoder.ENCODER, DECODER);
    this.features = kit.features().make();
  }

  @Override
  double compare(float[] pictures, float[] wanted, float[] gradient) {
    float share = (float) settings.perceptual();
    double pixels = settings.loss().of(pictures, wanted, 1 - share, gradient);
    double seen = features.distance(pictures, wanted, settings.size(), share, gradient);
    return (1 - share) * pixels + share * seen;
  }
}
