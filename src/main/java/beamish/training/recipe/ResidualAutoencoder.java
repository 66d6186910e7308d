package beamish.training.recipe;

/**
 * {@code residual}: residual blocks in both halves, and the encoder's features added to the
 * decoder's. Sharp where the photo can be handed through, blurry where something must be invented.
 *
 * <p>Mao et al., "Image restoration using very deep convolutional encoder-decoder networks with
 * symmetric skip connections", 2016; blocks of He et al., 2016.
 */
final class ResidualAutoencoder extends Autoencoder {
  private static final String ENCODER =
      """
      in photo 3x{edge}x{edge}
      conv {c32} 3x3 /2 leaky
      skip2: residual leaky
      conv {c64} 3x3 /2 leaky
      skip4: residual leaky
      conv {c96} 3x3 /2 leaky
      residual leaky
      conv {c128} 3x3 /2 leaky
      code: residual leaky
      out code skip4 skip2
      """;

  private static final String DECODER =
      """
      in code {c128}x{edge/16}x{edge/16}
      in skip4 {c64}x{edge/4}x{edge/4}
      in skip2 {c32}x{edge/2}x{edge/2}
      from code
      residual leaky
      up
      conv {c96} 3x3 leaky
      residual leaky
      up
      conv {c64} 3x3
      add skip4 leaky
      residual leaky
      up
      conv {c32} 3x3
      add skip2 leaky
      residual leaky
      up
      picture: conv 3 3x3 sigmoid
      out picture
      """;

  ResidualAutoencoder(Kit kit) {
    super(kit, ENCODER, DECODER);
  }
}
