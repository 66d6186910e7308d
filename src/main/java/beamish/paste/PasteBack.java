package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.stream.IntStream;

/** Puts edits of one face back into a photo at the photo's own resolution. Any thread. */
public final class PasteBack {
  /** Crop widths that no flow reaches. */
  private static final double FARTHEST = .15;

  /** Rows that one thread pastes at least, since what it needs around them it needs as well. */
  private static final int LEAST_ROWS = 48;

  /** For each processor: more than one, because faces are dearest in the middle. */
  private static final int PARTS = 4;

  private PasteBack() {}

  /**
   * The pixels that {@link #apply} may write.
   *
   * @param x first column
   * @param y first row
   * @param width columns, possibly none
   * @param height rows, possibly none
   */
  public record Region(int x, int y, int width, int height) {
    /** First column beyond it. */
    int end() {
      return x + width;
    }

    /** First row beyond it. */
    int bottom() {
      return y + height;
    }

    /**
     * The rest of it from the left and top of what overlaps {@code o}, or a little before: whole
     * {@code step}s from its own left and top.
     */
    private Region near(Region o, int step) {
      int left = x + Math.max(0, o.x - x) / step * step;
      int top = y + Math.max(0, o.y - y) / step * step;
      return new Region(
          left,
          top,
          Math.max(0, Math.min(end(), o.end()) - left),
          Math.max(0, Math.min(bottom(), o.bottom()) - top));
    }
  }

  /** The upright rectangle around what an edit can change, within the photo. */
  public static Region region(PixelImage photo, Similarity photoToCrop) {
    return region(photo, photoToCrop, RowPaste.SIDE, 1 - RowPaste.SIDE, 1);
  }

  /** The upright rectangle around ({@code from}, 0) … ({@code to}, {@code height}), within it. */
  static Region region(
      PixelImage photo, Similarity photoToCrop, double from, double to, double height) {
    Similarity toPhoto = photoToCrop.inverse();
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      Point p = toPhoto.apply(new Point((i & 1) == 0 ? from : to, (i >> 1) * height));
      left = Math.min(left, p.x());
      right = Math.max(right, p.x());
      top = Math.min(top, p.y());
      bottom = Math.max(bottom, p.y());
    }
    int x0 = (int) Math.max(0, Math.floor(left));
    int y0 = (int) Math.max(0, Math.floor(top));
    int x1 = (int) Math.min(photo.width(), Math.ceil(right));
    int y1 = (int) Math.min(photo.height(), Math.ceil(bottom));
    return new Region(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0));
  }

  /**
   * Writes one edit into {@code target}, reading the untouched photo.
   *
   * <p>Every pixel moves within the photo itself, so the edit is as sharp as the photo is: tones
   * and edges by interpolation, the finest band (grain, pores) by whole pixels, because
   * interpolating it would average it away. The fields themselves are feathered to zero towards the
   * crop's border; to feather the change of colour would double outlines that move. Pixels outside
   * the crop, and any alpha channel, keep their samples. Where an edit is nothing, so is the
   * change, exactly.
   *
   * @param photo the upright photo, or a scaled preview of it; not written
   * @param photoToCrop pixels of {@code photo} to crop coordinates
   * @param target an image of the photo's size, depth and channels; the change is added to it, so
   *     that the edits of overlapping crops both count
   */
  public static void apply(
      PixelImage photo, Similarity photoToCrop, ExpressionEdit edit, PixelImage target) {
    if (photo.width() != target.width() || photo.height() != target.height()) {
      throw new IllegalArgumentException("the target is of another shape than the photo");
    }
    applyToPart(photo, photoToCrop, edit, target, 0, 0);
  }

  /**
   * A copy of the photo with one edit, as {@link #apply} writes it.
   *
   * @param photoToCrop pixels of {@code photo} to crop coordinates
   */
  public static PixelImage edited(PixelImage photo, Similarity photoToCrop, ExpressionEdit edit) {
    PixelImage edited = photo.copy();
    apply(photo, photoToCrop, edit, edited);
    return edited;
  }

  /**
   * What {@link #apply} writes, on a part of the photo, which becomes what it is there in the
   * whole; takes no more time and memory than the part and what the edit fetches around it.
   *
   * @param part pixels of the photo from (x, y) on, with its depth and channels; written
   */
  public static void applyToPart(
      PixelImage photo,
      Similarity photoToCrop,
      ExpressionEdit edit,
      PixelImage part,
      int x,
      int y) {
    if (photo.channels() != part.channels() || photo.bitDepth() != part.bitDepth()) {
      throw new IllegalArgumentException("the target is of another shape than the photo");
    }
    Region place = new Region(x, y, part.width(), part.height());
    // fields are read at knots counted from the region's corner: they have to fall on the same
    int step = FieldRows.stride(photoToCrop, edit.flow());
    Region region = region(photo, photoToCrop).near(place, step);
    if (region.width() == 0 || region.height() == 0) {
      return;
    }
    int reach = (int) Math.ceil(reach(edit) / photoToCrop.scale()) + 1;
    FloatImage less = Minification.less(edit.flow());
    Grain grain = Grain.of(photo);
    int most = PARTS * Runtime.getRuntime().availableProcessors();
    int parts = Math.max(1, Math.min(most, region.height() / LEAST_ROWS));
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            n -> {
              RowPaste paste =
                  new RowPaste(photo, photoToCrop, region, edit, less, grain, reach, part, place);
              int end = region.y() + (n + 1) * region.height() / parts;
              for (int row = region.y() + n * region.height() / parts; row < end; row++) {
                paste.row(row);
              }
            });
  }

  /** How far an edit fetches pixels from, crop widths. */
  private static double reach(ExpressionEdit edit) {
    float reach = 0;
    for (float move : edit.flow().data()) {
      reach = Math.max(reach, Math.abs(move));
    }
    // both ways at once, for a rolled face
    return Math.min(FARTHEST, Math.sqrt(2) * reach);
  }
}
