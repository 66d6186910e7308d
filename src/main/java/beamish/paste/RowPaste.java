package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.paste.PasteBack.Region;
import java.util.Arrays;
import java.util.stream.IntStream;

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
  private static final int LESS = 9;
  private static final int MOUTH_ALPHA = 0;
  private static final int MOUTH_COLOUR = 1;

  private final PixelImage photo;
  private final Similarity photoToCrop;
  private final Region region;
  private final Sampler sampler;
  private final Grain grain;
  private final ExpressionEdit.CropWindow window;
  private final PixelImage target;
  private final Region place;
  private final int colours;
  private final float max;
  private final Similarity toPhoto;
  private final float[] dx;
  private final float[] dy;
  private final float[] feather;
  private final float[] fine;

  /** How much of the grain has been painted over: what is added is another, so variances add. */
  private final float[] lost;

  /** Each pixel's own number: what is made of a loop's own count is not vectorised. */
  private final double[] places;

  /** {@code [3][pixel of the line]}: what it becomes, in the photo's own scale. */
  private final float[][] edited;

  /** {@code [colour channel][pixel of the line]}: grain that what is painted may get. */
  private final float[][] noise;

  /** The same, rounded. */
  private final int[][] whole;

  private final FieldRows fields;
  private final Region mouthRegion;
  private final FieldRows mouth;

  /**
   * Ready for the rows of a region.
   *
   * @param less what the fine band loses, see {@link Minification}
   * @param grain what is painted into the mouth gets
   * @param reach pixels from no farther than which the edit fetches others
   * @param place where {@code target} lies in the photo
   */
  RowPaste(
      PixelImage photo,
      Similarity photoToCrop,
      Region region,
      ExpressionEdit edit,
      FloatImage less,
      Grain grain,
      int reach,
      PixelImage target,
      Region place) {
    this.photo = photo;
    this.photoToCrop = photoToCrop;
    this.region = region;
    this.grain = grain;
    this.colours = photo.isColour() ? 3 : 1;
    this.noise = new float[colours][region.width()];
    this.max = photo.maxSample();
    this.toPhoto = photoToCrop.inverse();
    this.dx = new float[region.width()];
    this.dy = new float[region.width()];
    this.feather = new float[region.width()];
    this.fine = new float[region.width()];
    this.lost = new float[region.width()];
    this.places = IntStream.range(0, region.width()).asDoubleStream().toArray();
    this.edited = new float[3][region.width()];
    this.whole = new int[colours][region.width()];
    this.sampler = new Sampler(photo, region, reach);
    this.window = edit.mouthWindow();
    this.target = target;
    this.place = place;
    this.fields =
        new FieldRows(
            region,
            region.x(),
            photoToCrop,
            1,
            edit.flow(),
            edit.shading(),
            edit.alpha(),
            edit.colour(),
            less);
    Similarity photoToWindow =
        photoToCrop.then(
            new Similarity(
                1 / window.width(), 0, -window.x() / window.width(), -window.y() / window.width()));
    double aspect = window.height() / window.width();
    this.mouthRegion = PasteBack.region(photo, photoToWindow, 0, 1, aspect);
    this.mouth =
        new FieldRows(
            mouthRegion, region.x(), photoToWindow, aspect, edit.mouthAlpha(), edit.mouthColour());
  }

  /** Pastes row {@code y} of the photo, which lies in the region; from top to bottom. */
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
      paintMouth(y, in);
    }
    if (colours == 1) {
      toGrey(inside);
    }
    add(y, inside);
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
    float[] less = fields.values[LESS];
    for (int i = inside.from(); i < inside.to(); i++) {
      fine[i] = 1 - less[i] * feather[i];
    }
    sampler.row(region.x(), y, inside.from(), inside.to(), dx, dy, fine, edited);
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

  private void paintMouth(int y, Span in) {
    if (fields.isZero(ALPHA) && mouth.isZero(MOUTH_ALPHA)) {
      return;
    }
    float[] first = fields.values[ALPHA];
    float[] alpha = mouth.values[MOUTH_ALPHA];
    for (int i = in.from(); i < in.to(); i++) {
      float kept = (1 - first[i] * feather[i]) * (1 - alpha[i] * feather[i]);
      lost[i] = (float) Math.sqrt(1 - kept * kept);
    }
    grain.row(region.x(), y, in.from(), in.to(), noise);
    for (int c = 0; c < 3; c++) {
      float[] e = edited[c];
      float[] n = noise[Math.min(c, colours - 1)];
      float[] colour = mouth.values[MOUTH_COLOUR + c];
      for (int i = in.from(); i < in.to(); i++) {
        e[i] += (colour[i] * max - e[i]) * alpha[i] * feather[i] + n[i] * lost[i];
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
    double left = start.x();
    double top = start.y();
    double right = photoToCrop.a();
    double down = photoToCrop.b();
    for (int i = from; i < to; i++) {
      double x = left + places[i] * right;
      double y = top + places[i] * down;
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

  /**
   * Adds what changed, in whole samples, which is nothing where an edit is nothing. Rounded apart,
   * in a loop that Java vectorises.
   */
  private void add(int y, Span inside) {
    int step = photo.channels();
    int first = region.x() + inside.from();
    int o = (y * photo.width() + first) * step;
    int t = ((y - place.y()) * target.width() + first - place.x()) * step;
    for (int c = 0; c < colours; c++) {
      float[] e = edited[c];
      int[] into = whole[c];
      for (int i = inside.from(); i < inside.to(); i++) {
        into[i] = (int) (e[i] + .5f);
      }
    }
    if (photo.bitDepth() == 8) {
      add(photo.samples8(), o, target.samples8(), t, inside);
    } else {
      add(photo.samples16(), o, target.samples16(), t, inside);
    }
  }

  private void add(byte[] from, int o, byte[] into, int t, Span inside) {
    int step = photo.channels();
    int first = inside.from();
    int count = inside.count();
    if (step == 3) {
      int[] r = whole[0];
      int[] g = whole[1];
      int[] b = whole[2];
      // a step that Java knows spares it looking whether every sample is inside the array
      for (int i = 0; i < count; i++) {
        into[t + 3 * i] = added(into[t + 3 * i], r[first + i], from[o + 3 * i]);
        into[t + 3 * i + 1] = added(into[t + 3 * i + 1], g[first + i], from[o + 3 * i + 1]);
        into[t + 3 * i + 2] = added(into[t + 3 * i + 2], b[first + i], from[o + 3 * i + 2]);
      }
      return;
    }
    for (int c = 0; c < colours; c++) {
      int[] own = whole[c];
      for (int i = 0; i < count; i++) {
        int at = t + i * step + c;
        into[at] = added(into[at], own[first + i], from[o + i * step + c]);
      }
    }
  }

  private static byte added(byte target, int edited, byte photo) {
    int value = (target & 0xff) + edited - (photo & 0xff);
    return (byte) Math.min(255, Math.max(0, value));
  }

  private void add(short[] from, int o, short[] into, int t, Span inside) {
    int step = photo.channels();
    for (int i = inside.from(); i < inside.to(); i++, o += step, t += step) {
      for (int c = 0; c < colours; c++) {
        int value = (into[t + c] & 0xffff) + whole[c][i] - (from[o + c] & 0xffff);
        into[t + c] = (short) Math.min(65535, Math.max(0, value));
      }
    }
  }
}
