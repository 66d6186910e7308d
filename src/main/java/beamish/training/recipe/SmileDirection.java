package beamish.training.recipe;

import beamish.expression.Figure.Shape;
import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The way from an expression at rest to another in the space of an autoencoder's codes: the mean of
 * every person's own way. What an autoencoder that was told no expressions knows of smiles.
 *
 * <p>Radford et al., "Unsupervised representation learning with DCGAN", 2016, section 6.3.2.
 */
final class SmileDirection {
  private static final String NAME = "direction.";

  private SmileDirection() {}

  /**
   * A tensor for each expression but the first, of the code's size.
   *
   * @param encoder answers the code first
   */
  static List<Tensor> of(Net encoder, FaceSet faces, int edge) {
    Shape shape = Objects.requireNonNull(encoder.figure().shapeOf("code"));
    List<Tensor> all = new ArrayList<>();
    for (int e = 1; e < faces.expressions().size(); e++) {
      float[] sum = new float[shape.size()];
      int count = 0;
      for (FaceSet.Person person : faces.people()) {
        byte[] rest = person.crops().get(0);
        byte[] other = person.crops().get(e);
        if (rest.length > 0 && other.length > 0) {
          float[] from = encoder.answer(FaceSet.plain(rest, edge))[0];
          float[] to = encoder.answer(FaceSet.plain(other, edge))[0];
          for (int i = 0; i < sum.length; i++) {
            sum[i] += to[i] - from[i];
          }
          count++;
        }
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= Math.max(1, count);
      }
      all.add(new Tensor(NAME + faces.expressions().get(e), new int[] {sum.length}, sum));
    }
    return all;
  }
}
