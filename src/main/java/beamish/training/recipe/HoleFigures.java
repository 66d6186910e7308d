package beamish.training.recipe;

import beamish.expression.dl4j.ImageModel;
import beamish.image.FloatImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How well a model fills a black square of 28x28 in 128x128 pixels.
 *
 * @param whole mean squared error over the whole photo, samples in [0, 1]
 * @param inside the same within the square
 * @param blackInside the same if the square is left black
 */
public record HoleFigures(double whole, double inside, double blackInside) {
  private static final int PLACES = 4;

  /**
   * Measures a model on photos that it did not learn from.
   *
   * @param crops of the model's own size; a few places of each, the same in every call
   */
  public static HoleFigures of(ImageModel model, List<FloatImage> crops) {
    int edge = model.cropSize();
    int hole = RecipeSettings.hole(edge);
    SplittableRandom random = new SplittableRandom(1);
    double whole = 0;
    double inside = 0;
    double black = 0;
    for (FloatImage crop : crops) {
      for (int i = 0; i < PLACES; i++) {
        int left = random.nextInt(edge - hole);
        int top = random.nextInt(edge - hole);
        float[] holed = crop.data().clone();
        Holes.blacken(holed, 0, edge, hole, left, top);
        FloatImage filled = model.painted(new FloatImage(3, edge, edge, holed));
        whole += error(filled, crop, 0, 0, edge, edge);
        inside += error(filled, crop, left, top, hole, hole);
        black += error(new FloatImage(3, edge, edge, holed), crop, left, top, hole, hole);
      }
    }
    int n = Math.max(1, crops.size() * PLACES);
    return new HoleFigures(whole / n, inside / n, black / n);
  }

  private static double error(
      FloatImage a, FloatImage b, int left, int top, int columns, int rows) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = top; y < top + rows; y++) {
        for (int x = left; x < left + columns; x++) {
          double d = a.at(c, x, y) - b.at(c, x, y);
          sum += d * d;
        }
      }
    }
    return sum / (3. * columns * rows);
  }
}
