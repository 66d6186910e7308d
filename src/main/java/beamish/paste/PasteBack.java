package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts edits of one face back into a photo at the photo's own resolution. Holds what of that
 * depends on the photo alone, so that a slider's next tick does not work it out again. Immutable;
 * any thread.
 */
public final class PasteBack {
  /** The change falls to zero over this part of the crop, at each of its sides. */
  private static final double FEATHER = .1;

  private final PixelImage photo;
  private final Similarity photoToCrop;
  private final Region region;
  private final @Nullable SplitBands bands;

  private PasteBack(PixelImage photo, Similarity photoToCrop) {
    this.photo = photo;
    this.photoToCrop = photoToCrop;
    this.region = region(photo, photoToCrop);
    this.bands =
        region.width() == 0 || region.height() == 0
            ? null
            : SplitBands.of(photo, region, (int) Math.ceil(.15 / photoToCrop.scale()));
  }

  /**
   * Prepares for edits of one face. Keeps 8 bytes for every sample in and around the crop.
   *
   * @param photo the upright photo, or a scaled preview of it; kept, and not written
   * @param photoToCrop pixels of {@code photo} to crop coordinates
   */
  public static PasteBack prepare(PixelImage photo, Similarity photoToCrop) {
    return new PasteBack(photo, photoToCrop);
  }

  /**
   * The pixels that {@link #apply} may write.
   *
   * @param x first column
   * @param y first row
   * @param width columns, possibly none
   * @param height rows, possibly none
   */
  public record Region(int x, int y, int width, int height) {}

  /** The upright rectangle around the crop, within the photo. */
  public static Region region(PixelImage photo, Similarity photoToCrop) {
    Similarity toPhoto = photoToCrop.inverse();
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      Point p = toPhoto.apply(new Point(i & 1, i >> 1));
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
   * interpolating it would average it away. The change is feathered to zero over the outer tenth of
   * the crop, and pixels outside the crop, and any alpha channel, keep their samples. Where an edit
   * is nothing, so is the change, exactly.
   *
   * @param target an image of the photo's size, depth and channels; the change is added to it, so
   *     that the edits of overlapping crops both count
   */
  public void apply(ExpressionEdit edit, PixelImage target) {
    if (photo.width() != target.width()
        || photo.height() != target.height()
        || photo.channels() != target.channels()
        || photo.bitDepth() != target.bitDepth()) {
      throw new IllegalArgumentException("the target is of another shape than the photo");
    }
    SplitBands split = bands;
    if (split == null) {
      return;
    }
    IntStream.range(0, region.height())
        .parallel()
        .forEach(
            row ->
                new RowPaste(photo, split, photoToCrop, edit, target)
                    .row(region.y() + row, region.x(), region.width()));
  }

  /** {@link #prepare} and {@link #apply(ExpressionEdit, PixelImage)} in one, for a single edit. */
  public static void apply(
      PixelImage photo, Similarity photoToCrop, ExpressionEdit edit, PixelImage target) {
    prepare(photo, photoToCrop).apply(edit, target);
  }

  /** One row at a time; holds the scratch numbers of one pixel. */
  private static final class RowPaste {
    private final PixelImage photo;
    private final SplitBands bands;
    private final Similarity toCrop;
    private final Similarity toPhoto;
    private final ExpressionEdit edit;
    private final PixelImage target;
    private final int colours;
    private final float max;
    private final float[] moved = new float[3];
    private final Taps field;
    private final Taps mouth;

    RowPaste(
        PixelImage photo,
        SplitBands bands,
        Similarity toCrop,
        ExpressionEdit edit,
        PixelImage target) {
      this.photo = photo;
      this.bands = bands;
      this.toCrop = toCrop;
      this.toPhoto = toCrop.inverse();
      this.edit = edit;
      this.target = target;
      this.colours = photo.isColour() ? 3 : 1;
      this.max = photo.maxSample();
      this.field = new Taps(edit.flow());
      this.mouth = new Taps(edit.mouthAlpha());
    }

    void row(int y, int from, int count) {
      for (int x = from; x < from + count; x++) {
        double px = x + .5;
        double py = y + .5;
        double u = toCrop.a() * px - toCrop.b() * py + toCrop.tx();
        double v = toCrop.b() * px + toCrop.a() * py + toCrop.ty();
        double edge = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v));
        if (edge > 0) {
          pixel(x, y, u, v, feather(edge));
        }
      }
    }

    private static float feather(double edge) {
      double t = Math.min(1, edge / FEATHER);
      return (float) (t * t * (3 - 2 * t));
    }

    private void pixel(int x, int y, double u, double v, float feather) {
      field.at(u, v);
      float fx = field.sample(edit.flow(), 0);
      float fy = field.sample(edit.flow(), 1);
      float alpha = field.sample(edit.alpha(), 0);
      float dx = (float) (toPhoto.a() * fx - toPhoto.b() * fy);
      float dy = (float) (toPhoto.b() * fx + toPhoto.a() * fy);
      bands.sample(x, y, dx, dy, moved);
      ExpressionEdit.CropWindow w = edit.mouthWindow();
      double mu = (u - w.x()) / w.width();
      double mv = (v - w.y()) / w.height();
      float mouthAlpha = 0;
      if (mu > 0 && mu < 1 && mv > 0 && mv < 1) {
        mouth.at(mu, mv);
        mouthAlpha = mouth.sample(edit.mouthAlpha(), 0);
      }
      float grey = 0;
      for (int c = 0; c < 3; c++) {
        int s = Math.min(c, colours - 1);
        float own = photo.sample(x, y, s) / max;
        float edited = moved[s] / max + field.sample(edit.shading(), c);
        if (alpha > 0) {
          edited += (field.sample(edit.colour(), c) - edited) * alpha;
        }
        if (mouthAlpha > 0) {
          edited += (mouth.sample(edit.mouthColour(), c) - edited) * mouthAlpha;
        }
        float change = (edited - own) * feather;
        if (colours == 3) {
          write(x, y, c, change);
        } else {
          grey += change / 3;
        }
      }
      if (colours == 1) {
        write(x, y, 0, grey);
      }
    }

    private void write(int x, int y, int c, float change) {
      float value = target.sample(x, y, c) + change * max;
      target.setSample(x, y, c, Math.round(Math.min(max, Math.max(0, value))));
    }
  }

  /** Bilinear taps into fields of one size. */
  private static final class Taps {
    private final int width;
    private final int height;
    private int a;
    private int b;
    private int c;
    private int d;
    private float fx;
    private float fy;

    Taps(FloatImage like) {
      this.width = like.width();
      this.height = like.height();
    }

    void at(double u, double v) {
      float x = (float) Math.min(Math.max(u * width - .5, 0), width - 1);
      float y = (float) Math.min(Math.max(v * height - .5, 0), height - 1);
      int x0 = (int) x;
      int y0 = (int) y;
      int x1 = Math.min(x0 + 1, width - 1);
      int y1 = Math.min(y0 + 1, height - 1);
      a = y0 * width + x0;
      b = y0 * width + x1;
      c = y1 * width + x0;
      d = y1 * width + x1;
      fx = x - x0;
      fy = y - y0;
    }

    float sample(FloatImage field, int channel) {
      float[] p = field.data();
      int o = channel * width * height;
      float top = p[o + a] + (p[o + b] - p[o + a]) * fx;
      float bottom = p[o + c] + (p[o + d] - p[o + c]) * fx;
      return top + (bottom - top) * fy;
    }
  }
}
