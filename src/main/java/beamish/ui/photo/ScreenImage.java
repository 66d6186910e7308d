package beamish.ui.photo;

import beamish.ui.session.ScreenArea;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture on the screen of which parts can be painted anew. On the FX thread. */
final class ScreenImage {
  private final int width;
  private final int height;
  private final int[] argb;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  /** A picture that begins as a copy of {@code whole}. */
  ScreenImage(ScreenArea whole) {
    width = whole.width();
    height = whole.height();
    argb = whole.argb().clone();
    buffer =
        new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  /** What an image view shows. */
  WritableImage image() {
    return image;
  }

  /** Paints a part, which must lie inside. */
  void paint(ScreenArea part) {
    for (int row = 0; row < part.height(); row++) {
      System.arraycopy(
          part.argb(), row * part.width(), argb, (part.y() + row) * width + part.x(), part.width());
    }
    buffer.updateBuffer(b -> new Rectangle2D(part.x(), part.y(), part.width(), part.height()));
  }
}
