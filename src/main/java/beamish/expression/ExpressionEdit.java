package beamish.expression;

import beamish.image.FloatImage;

/**
 * What to do to the pixels of an aligned crop, as smooth or local fields in crop coordinates. For a
 * crop pixel at (u, v), with every field sampled bilinearly there:
 *
 * <pre>
 *   moved  = photo(u + flow.x, v + flow.y) + shading
 *   first  = moved · (1 − alpha) + colour · alpha
 *   edited = first · (1 − mouthAlpha) + mouthColour · mouthAlpha     inside the mouth window
 * </pre>
 *
 * @param flow {@code [2][h][w]}: x and y displacement in crop widths, where a pixel comes from
 * @param shading {@code [3][h][w]}: added RGB, −1 … 1
 * @param alpha {@code [1][h][w]}: 0 … 1
 * @param colour {@code [3][h][w]}: RGB in [0, 1]
 * @param mouthWindow where the mouth fields lie in the crop
 * @param mouthAlpha {@code [1][h][w]}: 0 … 1, zero at the window's border
 * @param mouthColour {@code [3][h][w]}: RGB in [0, 1]
 */
public record ExpressionEdit(
    FloatImage flow,
    FloatImage shading,
    FloatImage alpha,
    FloatImage colour,
    CropWindow mouthWindow,
    FloatImage mouthAlpha,
    FloatImage mouthColour) {

  /**
   * What lies between two edits of one face by one model, every field in proportion.
   *
   * @param share 0 for this edit … 1 for {@code other}
   */
  public ExpressionEdit towards(ExpressionEdit other, float share) {
    return new ExpressionEdit(
        flow.towards(other.flow, share),
        shading.towards(other.shading, share),
        alpha.towards(other.alpha, share),
        colour.towards(other.colour, share),
        mouthWindow,
        mouthAlpha.towards(other.mouthAlpha, share),
        mouthColour.towards(other.mouthColour, share));
  }

  /** This edit with first fields of its own, for whoever changes them. */
  ExpressionEdit copyOfFields() {
    return new ExpressionEdit(
        flow.copy(),
        shading.copy(),
        alpha.copy(),
        colour.copy(),
        mouthWindow,
        mouthAlpha,
        mouthColour);
  }

  /**
   * A rectangle of crop space.
   *
   * @param x left edge, crop widths
   * @param y top edge, crop widths
   * @param width crop widths
   * @param height crop widths
   */
  public record CropWindow(double x, double y, double width, double height) {}
}
