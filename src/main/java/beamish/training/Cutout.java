package beamish.training;

import beamish.image.FloatImage;
import beamish.image.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** An average face freed from its backdrop: hair and neck are kept where most people have some. */
final class Cutout {
  /** The face's outline from ear to ear over the hairline and back along the jaw. */
  private static final int[] OUTLINE = {
    109, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 112, 113, 114, 133, 132, 131, 130,
    129, 128, 127, 126, 125, 111, 110
  };

  /** Cover below which nothing is kept, and above which all is. */
  private static final float NOTHING = .55f;

  private static final float ALL = .82f;

  private Cutout() {}

  /** The average as ARGB. */
  static BufferedImage of(AverageFace.Average face) {
    FloatImage colour = sharpened(face.colour());
    int w = colour.width();
    int h = colour.height();
    BufferedImage solid = outline(face.points(), w, h);
    Point left = face.points().get(TemFile.LEFT_PUPIL);
    Point right = face.points().get(TemFile.RIGHT_PUPIL);
    double eyes = left.distanceTo(right);
    FloatImage cover = smooth(face.cover(), (int) (.025 * eyes));
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double away = Math.abs(x + .5 - (left.x() + right.x()) / 2) / eyes;
        double down = (y + .5 - (left.y() + right.y()) / 2) / eyes;
        float t = (cover.at(0, x, y) - NOTHING) / (ALL - NOTHING);
        t = Math.min(1, Math.max(0, t)) * (float) neckOnly(away, down);
        float alpha = Math.max(t * t * (3 - 2 * t), solid.getRaster().getSample(x, y, 0) / 255f);
        int argb = Math.round(255 * alpha);
        for (int c = 0; c < 3; c++) {
          argb = argb << 8 | Math.round(255 * Math.min(1, Math.max(0, colour.at(c, x, y))));
        }
        out.setRGB(x, y, argb);
      }
    }
    return out;
  }

  /** Beside the neck lie loose hair and shoulders, which differ too much to be kept. */
  private static double neckOnly(double away, double down) {
    double below = Math.min(1, Math.max(0, (down - 1) / .2));
    double beside = Math.min(1, Math.max(0, (away - .89) / .06));
    return 1 - below * beside;
  }

  /** The mean over a square of {@code 2·radius + 1} pixels, twice. */
  private static FloatImage smooth(FloatImage image, int radius) {
    int w = image.width();
    int h = image.height();
    float[] from = image.data();
    for (int pass = 0; pass < 4; pass++) {
      boolean across = pass % 2 == 0;
      float[] to = new float[from.length];
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          float sum = 0;
          for (int k = -radius; k <= radius; k++) {
            int sx = across ? Math.min(w - 1, Math.max(0, x + k)) : x;
            int sy = across ? y : Math.min(h - 1, Math.max(0, y + k));
            sum += from[sy * w + sx];
          }
          to[y * w + x] = sum / (2 * radius + 1);
        }
      }
      from = to;
    }
    return new FloatImage(1, h, w, from);
  }

  private static BufferedImage outline(List<Point> points, int w, int h) {
    BufferedImage mask = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = mask.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < OUTLINE.length; i++) {
      Point p = points.get(OUTLINE[i]);
      if (i == 0) {
        path.moveTo(p.x(), p.y());
      } else {
        path.lineTo(p.x(), p.y());
      }
    }
    path.closePath();
    g.setColor(Color.WHITE);
    g.fill(path);
    g.dispose();
    return mask;
  }

  /** Gives back a little of the fine contrast that averaging takes: a mild unsharp mask. */
  private static FloatImage sharpened(FloatImage image) {
    int w = image.width();
    int h = image.height();
    float[] d = image.data();
    float[] out = d.clone();
    float[] kernel = {.06f, .24f, .40f, .24f, .06f};
    float[] across = new float[w * h];
    for (int c = 0; c < 3; c++) {
      int o = c * w * h;
      for (int y = 0; y < h; y++) {
        for (int x = 2; x < w - 2; x++) {
          int i = y * w + x;
          for (int k = 0; k < 5; k++) {
            across[i] += kernel[k] * d[o + i + k - 2];
          }
        }
      }
      for (int y = 2; y < h - 2; y++) {
        for (int x = 2; x < w - 2; x++) {
          int i = y * w + x;
          float blurred = 0;
          for (int k = 0; k < 5; k++) {
            blurred += kernel[k] * across[i + (k - 2) * w];
          }
          out[o + i] += .7f * (d[o + i] - blurred);
        }
      }
      Arrays.fill(across, 0);
    }
    return new FloatImage(3, h, w, out);
  }
}
