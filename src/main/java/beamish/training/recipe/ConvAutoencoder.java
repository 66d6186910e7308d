package beamish.training.recipe;

/**
 * {@code cae}: a photo is squeezed through a code of a few hundred numbers. Known to be blurry: the
 * mean of all photos that a code could stand for is the safest answer.
 *
 * <p>Hinton and Salakhutdinov, "Reducing the dimensionality of data with neural networks", 2006;
 * convolutions as Masci et al., 2011. Transposed convolutions are up and conv here.
 */
final class ConvAutoencoder extends Autoencoder {
  static final String ENCODER =
      """
      in photo 3x{edge}x{edge}
      conv {c32} 5x5 /2 leaky
      conv {c64} 3x3 /2 leaky
      conv {c128} 3x3 /2 leaky
      conv {c128} 3x3 /2 leaky
      code: dense {latent}
      out code
      """;

  private static final String DECODER =
      """
      in code {latent}
      dense {c128}x{edge/16}x{edge/16} leaky
      up
      conv {c128} 3x3 leaky
      up
      conv {c64} 3x3 leaky
      up
      conv {c32} 3x3 leaky
      up
      picture: conv 3 3x3 sigmoid
      out picture
      """;

  ConvAutoencoder(Kit kit) {
    super(kit, ENCODER, DECODER);
  }
}
