package beamish.face.dl4j;

import beamish.face.AlignedCrop;
import beamish.face.Likeness;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Problem;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link Likeness} by our own network. */
public final class LikenessNet implements Likeness {
  /** The weights file in a likeness model's folder. */
  public static final String WEIGHTS = "weights.safetensors";

  private static final int PIXELS = LikenessGraph.SIZE * LikenessGraph.SIZE;

  /** Brows to chin, cheek to cheek. */
  private static final boolean[] FACE = face();

  private final ComputationGraph net;

  /**
   * Loads the weights.
   *
   * @param folder for example {@code models/likeness-1}
   * @throws Problem if the weights are missing, damaged or of another network
   */
  public LikenessNet(Path folder) {
    this(NetWeights.into(LikenessGraph.build(0), folder.resolve(WEIGHTS), "likeness network"));
  }

  /** Wraps a network that is being trained or tested. */
  public LikenessNet(ComputationGraph net) {
    this.net = net;
  }

  @Override
  public float[] of(PixelImage photo, Similarity photoToCrop) {
    FloatImage crop = AlignedCrop.square(photo, photoToCrop, LikenessGraph.SIZE);
    float[] input = new float[2 * 3 * PIXELS];
    int n = LikenessGraph.SIZE;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          float v = crop.at(c, x, y);
          input[c * PIXELS + y * n + x] = v;
          input[(3 + c) * PIXELS + y * n + n - 1 - x] = v;
        }
      }
    }
    normalise(input, 0);
    normalise(input, 3 * PIXELS);
    // the face and its mirror image
    INDArray both = net.output(Nd4j.create(input, new long[] {2, 3, n, n}, 'c'))[0];
    float[] sum = new float[LikenessGraph.LENGTH];
    for (int view = 0; view < 2; view++) {
      float[] one = both.getRow(view).dup().data().asFloat();
      scaleToOne(one, 0);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[i];
      }
    }
    scaleToOne(sum, 0);
    return sum;
  }

  /** Brings the vector at {@code at} to length one; returns the length it had. */
  public static float scaleToOne(float[] vectors, int at) {
    double squares = 1e-12;
    for (int i = at; i < at + LikenessGraph.LENGTH; i++) {
      squares += (double) vectors[i] * vectors[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = at; i < at + LikenessGraph.LENGTH; i++) {
      vectors[i] /= length;
    }
    return length;
  }

  /**
   * Prepares the picture {@code [3][128][128]} at {@code at}: mean 0 and deviation 1 within the
   * face, 0 outside, since hair, clothes and what is behind them stay when a face is edited, and
   * would make any two photos of one day alike.
   */
  public static void normalise(float[] pictures, int at) {
    tone(pictures, at).apply(pictures, at);
  }

  /** The tone of the picture {@code [3][128][128]} at {@code at}, within the face. */
  public static Tone tone(float[] pictures, int at) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < 3 * PIXELS; i++) {
      if (FACE[i % PIXELS]) {
        float v = pictures[at + i];
        sum += v;
        squares += (double) v * v;
        count++;
      }
    }
    float mean = (float) (sum / count);
    float deviation = (float) Math.sqrt(Math.max(0, squares / count - (double) mean * mean)) + .02f;
    return new Tone(mean, deviation);
  }

  /** Mean and deviation of a face's pixels. */
  public record Tone(float mean, float deviation) {

    /** Brings a picture's face from this tone to mean 0 and deviation 1; nothing stays outside. */
    public void apply(float[] pictures, int at) {
      for (int i = 0; i < 3 * PIXELS; i++) {
        pictures[at + i] = FACE[i % PIXELS] ? (pictures[at + i] - mean) / deviation : 0;
      }
    }

    /** From the gradient of what {@link #apply} gave to that of what it was given. */
    public void through(float[] gradient, int at) {
      for (int i = 0; i < 3 * PIXELS; i++) {
        gradient[at + i] = FACE[i % PIXELS] ? gradient[at + i] / deviation : 0;
      }
    }
  }

  private static boolean[] face() {
    boolean[] inside = new boolean[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      double u = (i % LikenessGraph.SIZE + .5) / LikenessGraph.SIZE;
      int row = i / LikenessGraph.SIZE;
      double v = (row + .5) / LikenessGraph.SIZE;
      inside[i] = Math.hypot((u - .5) / .36, (v - .55) / .44) < 1;
    }
    return inside;
  }

  @Override
  public void close() {
    net.close();
  }
}
