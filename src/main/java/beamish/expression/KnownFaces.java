package beamish.expression;

import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faces that a model was taught, with their teeth, and how it knows them again: by the latent
 * codes that they have in many lights, which a model taught few people tells apart well.
 *
 * @param pictures a face's own teeth each; empty where it never showed them
 * @param codes {@code [n][k]}: each face's mean code
 * @param spread {@code [k]}: how far codes of one face usually lie from their mean
 */
public record KnownFaces(List<Optional<TeethPicture>> pictures, float[][] codes, float[] spread) {
  /** The tensor of codes, a row a face, and the spread as last row. */
  static final String CODES = "teeth.codes";

  private static final String PICTURE = "teeth.";

  /** In the place of a picture, where there is none: a missing tensor is a damaged model. */
  private static final Tensor NONE = new Tensor(PICTURE, new int[] {1}, new float[1]);

  /**
   * Root mean square of the differences, in spreads, up to which a face is a known one. New views
   * of six people taught came to .7 … 1.16, the nearest of nine strangers to 1.36.
   */
  private static final double NEAR = 1.25;

  /** Checks that there is a code for each face. */
  public KnownFaces {
    pictures = List.copyOf(pictures);
    if (codes.length != pictures.size()) {
      throw new IllegalArgumentException(codes.length + " codes of faces");
    }
    for (float[] code : codes) {
      if (code.length != spread.length) {
        throw new IllegalArgumentException("a code of " + code.length);
      }
    }
  }

  /**
   * Those in a model's weights; empty where there are none.
   *
   * @throws IllegalArgumentException if they are not whole
   */
  public static Optional<KnownFaces> of(Map<String, Tensor> weights) {
    Tensor all = weights.get(CODES);
    if (all == null) {
      return Optional.empty();
    }
    if (all.shape().length != 2 || all.shape()[0] < 2) {
      throw new IllegalArgumentException("codes of faces of " + all.shape().length + " axes");
    }
    int columns = all.shape()[1];
    float[][] codes = new float[all.shape()[0] - 1][columns];
    List<Optional<TeethPicture>> pictures = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      System.arraycopy(all.data(), i * columns, codes[i], 0, columns);
      Tensor picture = weights.get(PICTURE + (i + 1));
      if (picture == null) {
        throw new IllegalArgumentException("no teeth for face " + (i + 1));
      }
      pictures.add(Optional.of(picture).filter(p -> p.shape().length > 1).map(TeethPicture::of));
    }
    float[] spread = new float[columns];
    System.arraycopy(all.data(), codes.length * columns, spread, 0, columns);
    return Optional.of(new KnownFaces(pictures, codes, spread));
  }

  /** For a model's weights. */
  public List<Tensor> tensors() {
    int k = spread.length;
    float[] all = new float[(codes.length + 1) * k];
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      System.arraycopy(codes[i], 0, all, i * k, k);
      Tensor picture = pictures.get(i).map(TeethPicture::tensor).orElse(NONE);
      tensors.add(new Tensor(PICTURE + (i + 1), picture.shape(), picture.data()));
    }
    System.arraycopy(spread, 0, all, codes.length * k, k);
    tensors.add(new Tensor(CODES, new int[] {codes.length + 1, k}, all));
    return tensors;
  }

  /** Which face a code is of; −1 for none of them. */
  public int faceOf(float[] code) {
    int best = -1;
    double least = NEAR * NEAR;
    for (int i = 0; i < codes.length; i++) {
      double sum = 0;
      for (int k = 0; k < spread.length; k++) {
        double d = (code[k] - codes[i][k]) / Math.max(1e-6, spread[k]);
        sum += d * d;
      }
      if (sum / spread.length < least) {
        least = sum / spread.length;
        best = i;
      }
    }
    return best;
  }
}
