package beamish.training.recipe;

/**
 * {@code vae}: the encoder answers a mean and a deviation, and the decoder must make do with
 * anything drawn from them; a penalty keeps all codes together in one cloud, so that what lies
 * between two faces is a face. The mean is the code at run time. Blurrier for it.
 *
 * <p>Kingma and Welling, "Auto-encoding variational Bayes", 2014.
 */
final class Vae extends Autoencoder {
  private static final String ENCODER =
      """
      in photo 3x{edge}x{edge}
      conv {c32} 5x5 /2 leaky
      conv {c64} 3x3 /2 leaky
      conv {c128} 3x3 /2 leaky
      features: conv {c128} 3x3 /2 leaky
      code: dense {latent}
      from features
      variance: dense {latent}
      out code variance
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

  /** Beyond that the logarithm of a variance says nothing more. */
  private static final float MOST = 8;

  Vae(Kit kit) {
    super(kit, ENCODER, DECODER);
  }

  @Override
  public double step(Batch batch, double fraction) {
    float[] holed =
        Holes.cut(batch.photos(), batch.edge(), settings.hole(), settings.repair(), batch.random());
    float[][] answers = encoder.forward(holed);
    float[] mean = answers[0];
    float[] log = answers[1];
    float[] noise = new float[mean.length];
    float[] deviation = new float[mean.length];
    float[] drawn = new float[mean.length];
    for (int i = 0; i < drawn.length; i++) {
      noise[i] = (float) batch.random().nextGaussian();
      deviation[i] = (float) Math.exp(Math.min(MOST, log[i]) / 2);
      drawn[i] = mean[i] + deviation[i] * noise[i];
    }
    float[] picture = decoder.forward(drawn)[0];
    float[] gradient = new float[picture.length];
    double loss = compare(picture, batch.photos(), gradient);
    float[] dMean = decoder.backward(gradient)[0];
    float[] dLog = new float[mean.length];
    // the penalty of one sample, over as many numbers as the loss is a mean of
    float weight = (float) settings.kl() / picture.length;
    for (int i = 0; i < dLog.length; i++) {
      float variance = deviation[i] * deviation[i];
      loss += weight * (mean[i] * mean[i] + variance - Math.log(variance) - 1) / 2;
      dLog[i] = dMean[i] * noise[i] * deviation[i] / 2 + weight * (variance - 1) / 2;
      dMean[i] += weight * mean[i];
    }
    encoder.backward(dMean, dLog);
    encoder.step(settings.rate());
    decoder.step(settings.rate());
    return loss;
  }

  @Override
  public double validate(Batch batch) {
    float[] mean = encoder.answer(batch.photos())[0];
    return compare(decoder.answer(mean)[0], batch.photos(), new float[0]);
  }
}
