package beamish.training.recipe;

import java.util.List;

/**
 * {@code aae-cgan}: an adversarial autoencoder, whose critic makes the codes as smooth as noise,
 * joined to a conditional GAN, whose critic makes the pictures that are painted of code and
 * expression like photos. First apart: the autoencoder learns with its own critic, the critic of
 * pictures only looks on; in the second half it has its say. Unstable where it is heard too loud:
 * {@code fool} is its weight, {@code kl} that of the critic of codes.
 *
 * <p>Makhzani et al., "Adversarial autoencoders", 2015; Mirza and Osindero, "Conditional generative
 * adversarial nets", 2014; joined as in Zhang et al., "Age progression by conditional adversarial
 * autoencoder", 2017. Both critics are {@link Wasserstein}'s.
 */
final class AdversarialAutoencoder implements Recipe {
  private static final String DECODER =
      """
      in code {latent}
      in expression {classes}
      merge code
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

  private static final String CODE_CRITIC =
      """
      in code {latent}
      dense 128 leaky
      dense 128 leaky
      verdict: dense 1
      out verdict
      """;

  private static final String PICTURE_CRITIC =
      """
      in picture 3x{edge}x{edge}
      in expression {classes}
      planes {edge}
      merge picture
      conv {c32} 4x4 /2 leaky
      conv {c64} 4x4 /2 leaky
      conv {c96} 4x4 /2 leaky
      conv {c128} 4x4 /2 leaky
      verdict: dense 1
      out verdict
      """;

  private static final double JOINED_FROM = .5;

  private final RecipeSettings settings;
  private final Net encoder;
  private final Net decoder;
  private final Net codeCritic;
  private final Net pictureCritic;
  private final Wasserstein codes;
  private final Wasserstein pictures;

  AdversarialAutoencoder(Kit kit) {
    this.settings = kit.settings();
    this.encoder = kit.net("encoder", ConvAutoencoder.ENCODER);
    this.decoder = kit.net("decoder", DECODER);
    this.codeCritic = kit.net("codeCritic", CODE_CRITIC);
    this.pictureCritic = kit.net("pictureCritic", PICTURE_CRITIC);
    this.codes = new Wasserstein(codeCritic);
    this.pictures = new Wasserstein(pictureCritic);
  }

  @Override
  public List<Net> nets() {
    return List.of(encoder, decoder, codeCritic, pictureCritic);
  }

  @Override
  public List<Net> published() {
    return List.of(encoder, decoder);
  }

  @Override
  public boolean isConditional() {
    return true;
  }

  @Override
  public double step(Batch batch, double fraction) {
    int n = batch.n();
    float[] code = encoder.forward(batch.photos())[0];
    float[] picture = decoder.forward(code, batch.wantedShows())[0];
    float[] noise = new float[code.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) batch.random().nextGaussian();
    }
    double rate = settings.rate();
    for (int i = 0; i < settings.critic(); i++) {
      codes.learn(noise, code, n, new float[0], rate, batch.random());
      pictures.learn(batch.wanted(), picture, n, batch.wantedShows(), rate, batch.random());
    }
    float[] gradient = new float[picture.length];
    double loss = settings.loss().of(picture, batch.wanted(), 1, gradient);
    if (fraction >= JOINED_FROM) {
      add(gradient, pictures.opinion(picture, n, batch.wantedShows(), (float) settings.fool()));
    }
    float[] dCode = decoder.backward(gradient)[0];
    add(dCode, codes.opinion(code, n, new float[0], (float) settings.kl()));
    encoder.backward(dCode);
    encoder.step(rate);
    decoder.step(rate);
    return loss;
  }

  private static void add(float[] to, float[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  @Override
  public double validate(Batch batch) {
    float[] code = encoder.answer(batch.photos())[0];
    float[] picture = decoder.answer(code, batch.wantedShows())[0];
    return settings.loss().of(picture, batch.wanted(), 1, new float[0]);
  }
}
