package beamish.expression.dl4j;

import beamish.expression.EditFields;
import beamish.expression.EditGeometry;
import beamish.expression.FieldRenderer;
import beamish.image.FloatImage;
import beamish.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Encoder and decoder of a {@code beamish-1} model. They see each face as it is and mirrored, as
 * they were trained, and what they answer is the mean of both: what a network takes for one-sided
 * by chance cancels, and a mirrored photo gets the mirrored edit.
 */
final class FieldNetworks {
  private static final int F = EditGeometry.FIELD;
  private final ComputationGraph encoder = BeamishGraphs.encoder();
  private final ComputationGraph decoder = BeamishGraphs.decoder();

  /**
   * A face as the networks see it; the mirrored one is the second row of each array.
   *
   * @param code {@code [2][128]}
   * @param direction {@code [2][128]}
   * @param skips the encoder's features
   * @param own raw answer to the code itself
   */
  record Sight(INDArray code, INDArray direction, INDArray[] skips, Raw own) {
    /** The code of the face as it is, as plain numbers. */
    float[] latent() {
      return FieldNetworks.latent(code);
    }
  }

  /**
   * Raw answers of the decoder, see {@link EditFields}.
   *
   * @param motion {@code [5][64][64]}
   * @param paint {@code [4][64][64]}
   */
  record Raw(float[] motion, float[] paint) {}

  /** Takes weights by layer. */
  void fill(Map<String, Tensor> weights, String whose) {
    BeamishGraphs.fill(encoder, weights, whose);
    BeamishGraphs.fill(decoder, weights, whose);
  }

  /** Reads a crop, {@code [3][256][256]} RGB in [0, 1]. */
  Sight see(FloatImage crop) {
    INDArray[] out = encoded(crop);
    INDArray[] skips = new INDArray[out.length - 2];
    System.arraycopy(out, 2, skips, 0, skips.length);
    return new Sight(out[0], out[1], skips, decode(out[0], skips));
  }

  /** The code alone of a crop, as plain numbers: what {@link #see} begins with. */
  float[] latent(FloatImage crop) {
    return latent(encoded(crop)[0]);
  }

  /** The smile direction alone of a crop, as plain numbers. */
  float[] direction(FloatImage crop) {
    return latent(encoded(crop)[1]);
  }

  private static float[] latent(INDArray code) {
    return Arrays.copyOf(Floats.read(code), BeamishGraphs.LATENT);
  }

  private INDArray[] encoded(FloatImage crop) {
    int size = EditGeometry.NET;
    float[] seen = new float[2 * 3 * size * size];
    FieldRenderer.halve(crop.data(), 0, seen, 0);
    Mirror.rows(seen, 0, seen.length / 2, size, seen, seen.length / 2);
    return encoder.output(false, Floats.array(seen, 2, 3, size, size));
  }

  /** The answer to a face's code, {@code steps} of its direction further. */
  Raw decode(Sight face, double steps) {
    return decode(face.code.add(face.direction.mul((float) steps)), face.skips);
  }

  private Raw decode(INDArray code, INDArray[] skips) {
    INDArray[] in = new INDArray[skips.length + 1];
    in[0] = code;
    System.arraycopy(skips, 0, in, 1, skips.length);
    INDArray[] out = decoder.output(false, in);
    float[] motion = Mirror.mean(Floats.read(out[0]), F, F * F);
    return new Raw(motion, Mirror.mean(Floats.read(out[1]), F, 0));
  }

  void clear() {
    encoder.clear();
    decoder.clear();
  }
}
