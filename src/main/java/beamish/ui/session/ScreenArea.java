package beamish.ui.session;

import beamish.codec.Photo;
import beamish.codec.SrgbView;
import beamish.image.PixelImage;

/**
 * A rectangle of a picture, ready for the screen.
 *
 * @param x its left edge in the picture, pixels
 * @param y its top edge
 * @param width pixels
 * @param height pixels
 * @param argb {@code [height][width]}, premultiplied sRGB; handed over
 */
public record ScreenArea(int x, int y, int width, int height, int[] argb) {

  /** All of {@code picture}, which is encoded as {@code photo} is. */
  public static ScreenArea of(PixelImage picture, Photo photo) {
    return converted(SrgbView.toSrgb(picture, photo.metadata()));
  }

  /** A copy of a part of this; (x, y) as in the picture, and it must lie inside. */
  public ScreenArea part(int left, int top, int columns, int rows) {
    int[] part = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(argb, (top - y + row) * width + left - x, part, row * columns, columns);
    }
    return new ScreenArea(left, top, columns, rows, part);
  }

  /** The same elsewhere. */
  public ScreenArea movedBy(int dx, int dy) {
    return new ScreenArea(x + dx, y + dy, width, height, argb);
  }

  /** The whole of a picture that is 8-bit RGB or RGBA in sRGB already. */
  public static ScreenArea ofSrgb(PixelImage picture) {
    return converted(picture);
  }

  private static ScreenArea converted(PixelImage srgb) {
    int[] argb = new int[srgb.width() * srgb.height()];
    byte[] s = srgb.samples8();
    int channels = srgb.channels();
    int green = srgb.isColour() ? 1 : 0;
    for (int i = 0, p = 0; i < argb.length; i++, p += channels) {
      int r = s[p] & 0xff;
      int g = s[p + green] & 0xff;
      int b = s[p + 2 * green] & 0xff;
      int a = srgb.hasAlpha() ? s[p + channels - 1] & 0xff : 255;
      if (a < 255) {
        r = (r * a + 127) / 255;
        g = (g * a + 127) / 255;
        b = (b * a + 127) / 255;
      }
      argb[i] = a << 24 | r << 16 | g << 8 | b;
    }
    return new ScreenArea(0, 0, srgb.width(), srgb.height(), argb);
  }
}
