package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.paste.PasteBack.Region;
import java.util.Arrays;

/**
 * Pastes an edit row by row: the photo's own pixels moved, shaded, painted over, and added to the
 * target. Holds the scratch numbers of one row, so each thread has its own.
 */
final class RowPaste {
  /** The fields fall to zero over this part of the crop, at its top and bottom. */
  private static final double FEATHER = .1;

  /** At the sides it is nothing up to here: ears and what is behind them do not smile. */
  static final double SIDE = .07;

  /** And whole from here on, inwards. */
  private static final double CHEEK = .2;

  private static final int FLOW = 0;
  private static final int SHADING = 2;
  private static final int ALPHA = 5;
  private static final int COLOUR = 6;
  private static final int MOUTH_ALPHA = 0;
  private static final int MOUTH_COLOUR = 1;

  private final PixelImage photo;
  private final Similarity photoToCrop;
  private final Region region;
  private final Sampler sampler;
  private final ExpressionEdit.CropWindow window;
  private final PixelImage target;
  private final Region place;
  private final int colours;
  private final float max;
  private final Similarity toPhoto;
  private final float[] dx;
  private final float[] dy;
  private final float[] feather;

  /** {@code [3][pixel of the line]}: what it becomes, in the photo's own scale. */
  private final float[][] edited;

  private final FieldRows fields;
  private final Region mouthRegion;
  private final FieldRows mouth;

  /**
   * Ready for the rows of a region.
   *
   * @param bands of the region and what the edit fetches around it
   * @param place where {@code target} lies in the photo
   */
  RowPaste(
      PixelImage photo,
      Similarity photoToCrop,
      Region region,
      SplitBands bands,
      ExpressionEdit edit,
      PixelImage target,
      Region place) {
    this.photo = photo;
    this.photoToCrop = photoToCrop;
    this.region = region;
    this.colours = photo.isColour() ? 3 : 1;
    this.max = photo.maxSample();
    this.toPhoto = photoToCrop.inverse();
    this.dx = new float[region.width()];
    this.dy = new float[region.width()];
    this.feather = new float[region.width()];
    this.edited = new float[3][region.width()];
    this.sampler = new Sampler(bands, region.width());
    this.window = edit.mouthWindow();
    this.target = target;
    this.place = place;
    this.fields =
        new FieldRows(
            region, photoToCrop, 1, edit.flow(), edit.shading(), edit.alpha(), edit.colour());
    Similarity photoToWindow =
        photoToCrop.then(
            new Similarity(
                1 / window.width(), 0, -window.x() / window.width(), -window.y() / window.width()));
    double aspect = window.height() / window.width();
    this.mouthRegion = PasteBack.region(photo, photoToWindow, 0, 1, aspect);
    this.mouth =
        new FieldRows(mouthRegion, photoToWindow, aspect, edit.mouthAlpha(), edit.mouthColour());
  }

  /** Pastes row {@code y} of the photo, which lies in the region. */
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
    int first = region.x() + inside.from();
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
    for (int i = inside.from(); i < inside.to(); i++) {
      dx[i] = (a * fx[i] - b * fy[i]) * feather[i];
      dy[i] = (b * fx[i] + a * fy[i]) * feather[i];
    }
    sampler.row(region.x(), y, inside.from(), inside.to(), dx, dy, edited);
    for (int c = colours; c < 3; c++) {
      System.arraycopy(edited[0], inside.from(), edited[c], inside.from(), inside.count());
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
      for (int i = inside.from(); i < inside.to(); i++) {
        e[i] += shading[i] * feather[i] * max;
      }
      for (int i = bare ? inside.to() : inside.from(); i < inside.to(); i++) {
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
      for (int i = in.from(); i < in.to(); i++) {
        e[i] += (colour[i - at] * max - e[i]) * alpha[i - at] * feather[i];
      }
    }
  }

  private void feather(Point start, Span inside) {
    Span full =
        Span.of(start.x(), photoToCrop.a(), CHEEK, 1 - CHEEK, inside.to())
            .and(Span.of(start.y(), photoToCrop.b(), FEATHER, 1 - FEATHER, inside.to()))
            .and(inside);
    if (full.isEmpty()) {
      feather(start, inside.from(), inside.to());
    } else {
      feather(start, inside.from(), full.from());
      Arrays.fill(feather, full.from(), full.to(), 1);
      feather(start, full.to(), inside.to());
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
    for (int i = inside.from(); i < inside.to(); i++) {
      edited[0][i] = (edited[0][i] + edited[1][i] + edited[2][i]) / 3;
    }
  }

  private void add(byte[] photoSamples, byte[] targetSamples, int x, int y, Span inside) {
    int step = photo.channels();
    int o = (y * photo.width() + x) * step;
    int t = ((y - place.y()) * target.width() + x - place.x()) * step;
    float[] r = edited[0];
    if (colours == 1) {
      for (int i = inside.from(); i < inside.to(); i++, o += step, t += step) {
        targetSamples[t] = added(targetSamples[t], r[i], photoSamples[o]);
      }
      return;
    }
    float[] g = edited[1];
    float[] b = edited[2];
    for (int i = inside.from(); i < inside.to(); i++, o += step, t += step) {
      targetSamples[t] = added(targetSamples[t], r[i], photoSamples[o]);
      targetSamples[t + 1] = added(targetSamples[t + 1], g[i], photoSamples[o + 1]);
      targetSamples[t + 2] = added(targetSamples[t + 2], b[i], photoSamples[o + 2]);
    }
  }

  private static byte added(byte target, float edited, byte photo) {
    int value = (int) ((target & 0xff) + (edited - (photo & 0xff)) + .5f);
    return (byte) Math.min(255, Math.max(0, value));
  }

  private void add(short[] photoSamples, short[] targetSamples, int x, int y, Span inside) {
    int step = photo.channels();
    for (int c = 0; c < colours; c++) {
      float[] e = edited[c];
      int o = (y * photo.width() + x) * step + c;
      int t = ((y - place.y()) * target.width() + x - place.x()) * step + c;
      for (int i = inside.from(); i < inside.to(); i++, o += step, t += step) {
        float change = e[i] - (photoSamples[o] & 0xffff);
        int value = (int) ((targetSamples[t] & 0xffff) + change + .5f);
        targetSamples[t] = (short) Math.min(65535, Math.max(0, value));
      }
    }
  }
}
