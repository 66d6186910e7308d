package beamish.training.recipe;

/**
 * {@code unet}: skips carry the encoder's features past the code. The photo comes back sharp, and
 * whatever the code says: it is copied along the skips.
 *
 * <p>Ronneberger et al., "U-Net", 2015, with strided convolutions for pooling and up and conv for
 * transposed ones.
 */
final class Unet extends Autoencoder {
  private static final String ENCODER =
      """
      in photo 3x{edge}x{edge}
      skip1: conv {c24} 3x3 leaky
      skip2: conv {c32} 3x3 /2 leaky
      skip4: conv {c64} 3x3 /2 leaky
      skip8: conv {c96} 3x3 /2 leaky
      code: conv {c128} 3x3 /2 leaky
      out code skip8 skip4 skip2 skip1
      """;

  private static final String DECODER =
      """
      in code {c128}x{edge/16}x{edge/16}
      in skip8 {c96}x{edge/8}x{edge/8}
      in skip4 {c64}x{edge/4}x{edge/4}
      in skip2 {c32}x{edge/2}x{edge/2}
      in skip1 {c24}x{edge}x{edge}
      from code
      up
      merge skip8
      conv {c96} 3x3 leaky
      up
      merge skip4
      conv {c64} 3x3 leaky
      up
      merge skip2
      conv {c32} 3x3 leaky
      up
      merge skip1
      conv {c24} 3x3 leaky
      picture: conv 3 3x3 sigmoid
      out picture
      """;

  Unet(Kit kit) {
    super(kit, ENCODER, DECODER);
  }
}
