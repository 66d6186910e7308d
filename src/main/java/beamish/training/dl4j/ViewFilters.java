package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.TwinViews;
import beamish.image.Point;
import java.util.random.RandomGenerator;

/** What happens to a grey view on its way to the network: light, blur, noise, things in front. */
final class ViewFilters {
  private static final int N = LandmarkLayout.SIZE;
  private final RandomGenerator random;

  ViewFilters(RandomGenerator random) {
    this.random = random;
  }

  /** A random backdrop: a gradient, soft blotches and sometimes hard-edged shapes. */
  void texture(float[] image, int at) {
    float base = random.nextFloat();
    float slopeX = (random.nextFloat() - .5f) * .8f;
    float slopeY = (random.nextFloat() - .5f) * .8f;
    int cells = 2 + random.nextInt(14);
    float strength = random.nextFloat() * .5f;
    float[] grid = new float[(cells + 2) * (cells + 2)];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (random.nextFloat() - .5f) * strength;
    }
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        float gx = (float) x / N * cells;
        float gy = (float) y / N * cells;
        int i = ((int) gy) * (cells + 2) + ((int) gx);
        float fx = gx - (float) Math.floor(gx);
        float fy = gy - (float) Math.floor(gy);
        float top = grid[i] * (1 - fx) + grid[i + 1] * fx;
        float bottom = grid[i + cells + 2] * (1 - fx) + grid[i + cells + 3] * fx;
        image[at + y * N + x] =
            base
                + slopeX * ((float) x / N - .5f)
                + slopeY * ((float) y / N - .5f)
                + top * (1 - fy)
                + bottom * fy;
      }
    }
    for (int k = random.nextInt(4); k > 0; k--) {
      box(image, at, random.nextFloat());
    }
  }

  /** A rectangle of one tone, as a hand, a hat or a microphone might hide a part. */
  void occlude(float[] image, int at) {
    box(image, at, .3f);
  }

  private void box(float[] image, int at, float largest) {
    int w = 4 + (int) (random.nextFloat() * Math.max(.1f, largest) * N);
    int h = 4 + (int) (random.nextFloat() * Math.max(.1f, largest) * N);
    int x0 = random.nextInt(N);
    int y0 = random.nextInt(N);
    float tone = random.nextFloat();
    for (int y = y0; y < Math.min(N, y0 + h); y++) {
      for (int x = x0; x < Math.min(N, x0 + w); x++) {
        image[at + y * N + x] = tone;
      }
    }
  }

  /** Frames around the two eyes, with a bridge and perhaps a glare or a tint. */
  void glasses(float[] image, int at, Point left, Point right) {
    double ed = left.distanceTo(right) * N;
    double rx = ed * random.nextDouble(.30, .42);
    double ry = ed * random.nextDouble(.20, .36);
    double power = random.nextDouble(2, 5);
    double line = random.nextDouble(.015, .09) * ed;
    float tone = random.nextInt(4) == 0 ? random.nextFloat() : random.nextFloat() * .25f;
    float tint = random.nextInt(4) == 0 ? random.nextFloat() * .5f : 0;
    boolean glare = random.nextInt(4) == 0;
    double cos = (right.x() - left.x()) * N / ed;
    double sin = (right.y() - left.y()) * N / ed;
    double drop = ed * random.nextDouble(-.02, .1);
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        double mx = x + .5 - (left.x() + right.x()) / 2 * N;
        double my = y + .5 - (left.y() + right.y()) / 2 * N;
        double u = cos * mx + sin * my;
        double v = -sin * mx + cos * my - drop;
        double lens = Math.abs(Math.abs(u) - ed / 2) / rx;
        if (lens > 2 || Math.abs(v) > 2 * ry) {
          continue;
        }
        double d = Math.pow(Math.pow(lens, power) + Math.pow(Math.abs(v) / ry, power), 1 / power);
        double toRim = Math.abs(d - 1) * Math.min(rx, ry);
        boolean bridge = Math.abs(u) < ed / 2 - rx && Math.abs(v + ry * .3) < line / 2;
        int i = at + y * N + x;
        if (toRim < line / 2 || bridge) {
          image[i] = tone;
        } else if (d < 1) {
          image[i] *= 1 - tint;
          if (glare && Math.abs(u - v - ed * .5) < ed * .08) {
            image[i] = Math.min(1, image[i] + .5f);
          }
        }
      }
    }
  }

  /** Gamma, a light gradient, blur, noise; then as the network wants it. */
  void finish(float[] image, int at) {
    float[] curve = gamma(Math.exp(random.nextGaussian() * .45));
    float gx = (float) random.nextGaussian() * .35f;
    float gy = (float) random.nextGaussian() * .25f;
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        float light = 1 + gx * ((float) x / N - .5f) * 2 + gy * ((float) y / N - .5f) * 2;
        float v = image[at + y * N + x] * Math.max(.1f, light);
        image[at + y * N + x] = curve[(int) (Math.min(1, Math.max(0, v)) * (curve.length - 1))];
      }
    }
    int reduced = random.nextInt(2) == 0 ? N : 36 + random.nextInt(N - 36);
    if (reduced < N) {
      coarsen(image, at, reduced);
    }
    if (random.nextBoolean()) {
      float noise = random.nextFloat() * .03f;
      for (int i = at; i < at + N * N; i++) {
        image[i] += (float) random.nextGaussian() * noise;
      }
    }
    TwinViews.normalise(image, at, N * N);
  }

  private static float[] gamma(double exponent) {
    float[] curve = new float[1024];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = (float) Math.pow(i / (curve.length - 1.), exponent);
    }
    return curve;
  }

  /** As if the photo had only {@code n} pixels here: averaged down, then interpolated up. */
  private static void coarsen(float[] image, int at, int n) {
    float[] small = new float[n * n];
    float[] count = new float[n * n];
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        int i = (y * n / N) * n + x * n / N;
        small[i] += image[at + y * N + x];
        count[i]++;
      }
    }
    // each cell's mean belongs at the mean of the pixels that fell into it
    for (int i = 0; i < small.length; i++) {
      small[i] /= count[i];
    }
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        float sx = Math.min(n - 1f, Math.max(0, (x + .5f) * n / N - .5f));
        float sy = Math.min(n - 1f, Math.max(0, (y + .5f) * n / N - .5f));
        int x0 = Math.min(n - 2, (int) sx);
        int y0 = Math.min(n - 2, (int) sy);
        float fx = sx - x0;
        float fy = sy - y0;
        int i = y0 * n + x0;
        float top = small[i] * (1 - fx) + small[i + 1] * fx;
        float bottom = small[i + n] * (1 - fx) + small[i + n + 1] * fx;
        image[at + y * N + x] = top * (1 - fy) + bottom * fy;
      }
    }
  }
}
