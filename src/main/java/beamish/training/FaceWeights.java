package beamish.training;

import beamish.expression.ExpressionEdit.CropWindow;
import java.util.function.DoubleBinaryOperator;

/** How much an error counts where in the crop: little outside the face, most at the mouth. */
public final class FaceWeights {
  private static final float EVERYWHERE = .05f;
  private static final float FACE = 1;
  private static final float MOUTH = 2.5f;

  private FaceWeights() {}

  /** Weights on a grid over a part of crop space, row-major. */
  public static float[] over(CropWindow window, int columns, int rows) {
    return grid(
        window,
        columns,
        rows,
        (u, v) ->
            EVERYWHERE
                + FACE * ellipse(u, v, .5, .56, .34, .44)
                + MOUTH * ellipse(u, v, .5, .745, .2, .14));
  }

  /** One where lips and teeth can be, falling to zero on the skin around them; as {@link #over}. */
  public static float[] lips(CropWindow window, int columns, int rows) {
    return grid(window, columns, rows, (u, v) -> ellipse(u, v, .5, .755, .17, .075));
  }

  private static float[] grid(
      CropWindow window, int columns, int rows, DoubleBinaryOperator weight) {
    float[] w = new float[columns * rows];
    for (int r = 0; r < rows; r++) {
      double v = window.y() + (r + .5) * window.height() / rows;
      for (int c = 0; c < columns; c++) {
        double u = window.x() + (c + .5) * window.width() / columns;
        w[r * columns + c] = (float) weight.applyAsDouble(u, v);
      }
    }
    return w;
  }

  /** One inside, falling smoothly to zero at 1.25 times the radii. */
  private static float ellipse(double u, double v, double cu, double cv, double ru, double rv) {
    double d = Math.hypot((u - cu) / ru, (v - cv) / rv);
    double t = Math.min(1, Math.max(0, (1.25 - d) / .5));
    return (float) (t * t * (3 - 2 * t));
  }
}
