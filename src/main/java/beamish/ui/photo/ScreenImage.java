package beamish.ui.photo;

import beamish.ui.session.ScreenArea;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture on the screen of which parts can be painted anew. On the FX thread. */
public final class ScreenImage {
  private final int width;
  private final int height;
  private final int[] argb;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  /** A picture that begins as a copy of {@code whole}, wherever that lies. */
  ScreenImage(ScreenArea whole) {
    width = whole.width();
    height = whole.height();
    argb = whole.argb().clone();
    buffer =
        new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  /** A picture that is never painted again; it takes over {@code whole}'s pixels. */
  public static Image of(ScreenArea whole) {
    return new WritableImage(
        new PixelBuffer<>(
            whole.width(),
            whole.height(),
            IntBuffer.wrap(whole.argb()),
            PixelFormat.getIntArgbPreInstance()));
  }

  /** What an image view shows. */
  WritableImage image() {
    return image;
  }

  /** What is painted by now, from (0, 0); the very pixels, which nobody writes to. */
  ScreenArea shown() {
    return new ScreenArea(0, 0, width, height, argb);
  }

  /** Paints what of {@code part} lies inside. */
  void paint(ScreenArea part) {
    int x0 = Math.max(0, part.x());
    int y0 = Math.max(0, part.y());
    int x1 = Math.min(width, part.x() + part.width());
    int y1 = Math.min(height, part.y() + part.height());
    if (x1 <= x0 || y1 <= y0) {
      return;
    }
    for (int y = y0; y < y1; y++) {
      int from = (y - part.y()) * part.width() + x0 - part.x();
      System.arraycopy(part.argb(), from, argb, y * width + x0, x1 - x0);
    }
    buffer.updateBuffer(b -> new Rectangle2D(x0, y0, x1 - x0, y1 - y0));
  }
}
