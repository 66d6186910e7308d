package beamish.expression;

import beamish.expression.ExpressionEdit.CropWindow;

/** The sizes of the {@code beamish-1} architecture, all in pixels of the crop at some scale. */
public final class EditGeometry {
  /** Edge of the crop that a model is given. */
  public static final int CROP = 256;

  /** Edge of the crop that the encoder reads. */
  public static final int NET = 128;

  /** Edge of the flow, shading, alpha and colour fields. */
  public static final int FIELD = 64;

  /** Columns of the mouth window at the scale of {@link #CROP}. */
  public static final int MOUTH_COLUMNS = 128;

  /** Rows of the mouth window at the scale of {@link #CROP}. */
  public static final int MOUTH_ROWS = 96;

  /** Where the mouth window lies in the crop. */
  public static final CropWindow MOUTH = new CropWindow(.25, .55, .5, .375);

  private EditGeometry() {}
}
