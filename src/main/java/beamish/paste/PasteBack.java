package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts edits of one face back into a photo at the photo's own resolution. Holds what of that
 * depends on the photo alone, so that a slider's next tick does not work it out again. Immutable;
 * any thread.
 */
public final class PasteBack {
  /** The fields fall to zero over this part of the crop, at its top and bottom. */
  private static final double FEATHER = .1;

  /** At the sides it is nothing up to here: ears and what is behind them do not smile. */
  private static final double SIDE = .07;

  /** And whole from here on, inwards. */
  private static final double CHEEK = .2;

  /** Crop widths that no flow reaches. */
  private static final double FARTHEST = .15;

  /** Pixels around a fetched one that its value depends on: one interpolated, two blurred. */
  private static final int TAPS = 4;

  /** Rows pasted in one go. */
  private static final int BAND = 32;

  private final PixelImage photo;
  private final Similarity photoToCrop;
  private final Region region;
  private final @Nullable SplitBands bands;

  /** Ready for edits that fetch pixels from no farther than {@code reach} crop widths. */
  private PasteBack(PixelImage photo, Similarity photoToCrop, Region region, double reach) {
    this.photo = photo;
    this.photoToCrop = photoToCrop;
    this.region = region;
    this.bands =
        region.width() == 0 || region.height() == 0
            ? null
            : SplitBands.of(photo, region, (int) Math.ceil(reach / photoToCrop.scale()) + TAPS);
  }

  /**
   * Prepares for edits of one face. Keeps 4 bytes for every sample in and around the crop.
   *
   * @param photo the upright photo, or a scaled preview of it; kept, and not written
   * @param photoToCrop pixels of {@code photo} to crop coordinates
   */
  public static PasteBack prepare(PixelImage photo, Similarity photoToCrop) {
    return new PasteBack(photo, photoToCrop, region(photo, photoToCrop), FARTHEST);
  }

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
    return region(photo, photoToCrop, SIDE, 1 - SIDE, 1);
  }

  /** The upright rectangle around ({@code from}, 0) … ({@code to}, {@code height}), within it. */
  private static Region region(
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
   * @param target an image of the photo's size, depth and channels; the change is added to it, so
   *     that the edits of overlapping crops both count
   */
  public void apply(ExpressionEdit edit, PixelImage target) {
    if (photo.width() != target.width() || photo.height() != target.height()) {
      throw new IllegalArgumentException("the target is of another shape than the photo");
    }
    apply(edit, target, new Region(0, 0, target.width(), target.height()));
  }

  /** Writes what of an edit lies in {@code place}, of which {@code target} has the pixels. */
  private void apply(ExpressionEdit edit, PixelImage target, Region place) {
    if (photo.channels() != target.channels() || photo.bitDepth() != target.bitDepth()) {
      throw new IllegalArgumentException("the target is of another shape than the photo");
    }
    SplitBands split = bands;
    if (split == null) {
      return;
    }
    int rows = region.height();
    IntStream.range(0, (rows + BAND - 1) / BAND)
        .parallel()
        .forEach(
            band -> {
              RowPaste paste = new RowPaste(split, edit, target, place);
              for (int y = band * BAND; y < Math.min(rows, (band + 1) * BAND); y++) {
                paste.row(region.y() + y);
              }
            });
  }

  /**
   * {@link #prepare} and {@link #apply(ExpressionEdit, PixelImage)} in one, for a single edit; it
   * prepares no more of the photo than this edit needs.
   */
  public static void apply(
      PixelImage photo, Similarity photoToCrop, ExpressionEdit edit, PixelImage target) {
    new PasteBack(photo, photoToCrop, region(photo, photoToCrop), reach(edit)).apply(edit, target);
  }

  /**
   * The same on a part of the photo, which becomes what it is there in the whole; takes no more
   * time and memory than the part and what the edit fetches around it.
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
    Region place = new Region(x, y, part.width(), part.height());
    // fields are read at knots counted from the region's corner: they have to fall on the same
    int step = FieldRows.stride(photoToCrop, edit.flow());
    Region near = region(photo, photoToCrop).near(place, step);
    new PasteBack(photo, photoToCrop, near, reach(edit)).apply(edit, part, place);
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

  /** One row at a time; holds the scratch numbers of one row. */
  private final class RowPaste {
    private static final int FLOW = 0;
    private static final int SHADING = 2;
    private static final int ALPHA = 5;
    private static final int COLOUR = 6;
    private static final int MOUTH_ALPHA = 0;
    private static final int MOUTH_COLOUR = 1;

    private final SplitBands.Sampler sampler;
    private final ExpressionEdit.CropWindow window;
    private final PixelImage target;
    private final Region place;
    private final int colours = photo.isColour() ? 3 : 1;
    private final float max = photo.maxSample();
    private final Similarity toPhoto = photoToCrop.inverse();
    private final float[] dx = new float[region.width()];
    private final float[] dy = new float[region.width()];
    private final float[] feather = new float[region.width()];

    /** {@code [3][pixel of the line]}: what it becomes, in the photo's own scale. */
    private final float[][] edited = new float[3][region.width()];

    private final FieldRows fields;
    private final Region mouthRegion;
    private final FieldRows mouth;

    RowPaste(SplitBands bands, ExpressionEdit edit, PixelImage target, Region place) {
      this.sampler = bands.new Sampler(region.width());
      this.window = edit.mouthWindow();
      this.target = target;
      this.place = place;
      this.fields =
          new FieldRows(
              region, photoToCrop, 1, edit.flow(), edit.shading(), edit.alpha(), edit.colour());
      Similarity photoToWindow =
          photoToCrop.then(
              new Similarity(
                  1 / window.width(),
                  0,
                  -window.x() / window.width(),
                  -window.y() / window.width()));
      double aspect = window.height() / window.width();
      this.mouthRegion = region(photo, photoToWindow, 0, 1, aspect);
      this.mouth =
          new FieldRows(mouthRegion, photoToWindow, aspect, edit.mouthAlpha(), edit.mouthColour());
    }

    void row(int y) {
      if (y < place.y() || y >= place.bottom()) {
        return;
      }
      Similarity m = photoToCrop;
      Point start = m.apply(new Point(region.x() + .5, y + .5));
      int count = region.width();
      // where the row is inside the crop, and inside the mouth window
      Span inside =
          Span.of(start.x(), m.a(), SIDE, 1 - SIDE, count)
              .and(Span.of(start.y(), m.b(), 0, 1, count))
              .and(new Span(place.x() - region.x(), place.end() - region.x()));
      if (inside.isEmpty()) {
        return;
      }
      Span in =
          Span.of(start.x(), m.a(), window.x(), window.x() + window.width(), count)
              .and(Span.of(start.y(), m.b(), window.y(), window.y() + window.height(), count))
              .and(new Span(mouthRegion.x() - region.x(), mouthRegion.end() - region.x()));
      fields.read(y);
      feather(start, inside);
      move(y, inside);
      shade(inside);
      if (!in.isEmpty() && y >= mouthRegion.y() && y < mouthRegion.bottom()) {
        mouth.read(y);
        paintMouth(in);
      }
      if (colours == 1) {
        toGrey(inside);
      }
      int first = region.x() + inside.from;
      if (photo.bitDepth() == 8) {
        add(photo.samples8(), target.samples8(), first, y, inside);
      } else {
        add(photo.samples16(), target.samples16(), first, y, inside);
      }
    }

    /** The photo's own pixels, where the flow takes them from. */
    private void move(int y, Span inside) {
      float[] fx = fields.values[FLOW];
      float[] fy = fields.values[FLOW + 1];
      float a = (float) toPhoto.a();
      float b = (float) toPhoto.b();
      for (int i = inside.from; i < inside.to; i++) {
        dx[i] = (a * fx[i] - b * fy[i]) * feather[i];
        dy[i] = (b * fx[i] + a * fy[i]) * feather[i];
      }
      sampler.row(region.x(), y, inside.from, inside.to, dx, dy, edited);
      for (int c = colours; c < 3; c++) {
        System.arraycopy(edited[0], inside.from, edited[c], inside.from, inside.count());
      }
    }

    /** Shading, and what is painted over it where anything is. */
    private void shade(Span inside) {
      float[] alpha = fields.values[ALPHA];
      boolean bare = fields.isZero(ALPHA);
      for (int c = 0; c < 3; c++) {
        float[] e = edited[c];
        float[] shading = fields.values[SHADING + c];
        float[] colour = fields.values[COLOUR + c];
        for (int i = inside.from; i < inside.to; i++) {
          e[i] += shading[i] * feather[i] * max;
        }
        for (int i = bare ? inside.to : inside.from; i < inside.to; i++) {
          e[i] += (colour[i] * max - e[i]) * alpha[i] * feather[i];
        }
      }
    }

    private void paintMouth(Span in) {
      float[] alpha = mouth.values[MOUTH_ALPHA];
      int at = mouthRegion.x() - region.x();
      for (int c = 0; c < 3; c++) {
        float[] e = edited[c];
        float[] colour = mouth.values[MOUTH_COLOUR + c];
        for (int i = in.from; i < in.to; i++) {
          e[i] += (colour[i - at] * max - e[i]) * alpha[i - at] * feather[i];
        }
      }
    }

    private void feather(Point start, Span inside) {
      Span full =
          Span.of(start.x(), photoToCrop.a(), CHEEK, 1 - CHEEK, inside.to)
              .and(Span.of(start.y(), photoToCrop.b(), FEATHER, 1 - FEATHER, inside.to))
              .and(inside);
      if (full.isEmpty()) {
        feather(start, inside.from, inside.to);
      } else {
        feather(start, inside.from, full.from);
        Arrays.fill(feather, full.from, full.to, 1);
        feather(start, full.to, inside.to);
      }
    }

    private void feather(Point start, int from, int to) {
      for (int i = from; i < to; i++) {
        double x = start.x() + i * photoToCrop.a();
        double y = start.y() + i * photoToCrop.b();
        double sides = (Math.min(x, 1 - x) - SIDE) / (CHEEK - SIDE);
        double ends = Math.min(y, 1 - y) / FEATHER;
        double t = Math.min(1, Math.max(0, Math.min(sides, ends)));
        feather[i] = (float) (t * t * (3 - 2 * t));
      }
    }

    private void toGrey(Span inside) {
      for (int i = inside.from; i < inside.to; i++) {
        edited[0][i] = (edited[0][i] + edited[1][i] + edited[2][i]) / 3;
      }
    }

    private void add(byte[] photoSamples, byte[] targetSamples, int x, int y, Span inside) {
      int step = photo.channels();
      for (int c = 0; c < colours; c++) {
        float[] e = edited[c];
        int o = (y * photo.width() + x) * step + c;
        int t = ((y - place.y()) * target.width() + x - place.x()) * step + c;
        for (int i = inside.from; i < inside.to; i++, o += step, t += step) {
          float change = e[i] - (photoSamples[o] & 0xff);
          int value = (int) ((targetSamples[t] & 0xff) + change + .5f);
          targetSamples[t] = (byte) Math.min(255, Math.max(0, value));
        }
      }
    }

    private void add(short[] photoSamples, short[] targetSamples, int x, int y, Span inside) {
      int step = photo.channels();
      for (int c = 0; c < colours; c++) {
        float[] e = edited[c];
        int o = (y * photo.width() + x) * step + c;
        int t = ((y - place.y()) * target.width() + x - place.x()) * step + c;
        for (int i = inside.from; i < inside.to; i++, o += step, t += step) {
          float change = e[i] - (photoSamples[o] & 0xffff);
          int value = (int) ((targetSamples[t] & 0xffff) + change + .5f);
          targetSamples[t] = (short) Math.min(65535, Math.max(0, value));
        }
      }
    }
  }

  /** Pixels {@code from} to {@code to} (exclusive) of a row. */
  private record Span(int from, int to) {

    /** Where {@code start + i·step} lies between two numbers, for i from 0 to {@code count}. */
    static Span of(double start, double step, double least, double most, int count) {
      if (Math.abs(step) < 1e-12) {
        return new Span(0, start > least && start < most ? count : 0);
      }
      double a = (least - start) / step;
      double b = (most - start) / step;
      double first = Math.max(0, Math.ceil(Math.min(a, b)));
      double last = Math.min(count - 1., Math.floor(Math.max(a, b)));
      return new Span((int) first, (int) last + 1);
    }

    Span and(Span o) {
      return new Span(Math.max(from, o.from), Math.min(to, o.to));
    }

    boolean isEmpty() {
      return to <= from;
    }

    int count() {
      return to - from;
    }
  }
}
