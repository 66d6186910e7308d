package beamish.codec;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** Picks an Image I/O reader or writer by who made it, whatever order they are registered in. */
final class ImagePlugins {
  private static final String JDK = "com.sun.imageio.";
  private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.";

  private ImagePlugins() {}

  /** The JDK's own reader, such as that for "jpeg". */
  static ImageReader jdkReader(String format) {
    return reader(format, JDK);
  }

  /** TwelveMonkeys' reader. */
  static ImageReader twelveMonkeysReader(String format) {
    return reader(format, TWELVE_MONKEYS);
  }

  /** The JDK's own writer. */
  static ImageWriter jdkWriter(String format) {
    for (Iterator<ImageWriter> i = ImageIO.getImageWritersByFormatName(format); i.hasNext(); ) {
      ImageWriter writer = i.next();
      if (writer.getClass().getName().startsWith(JDK)) {
        return writer;
      }
    }
    throw new IllegalStateException("no writer for " + format + " from " + JDK);
  }

  private static ImageReader reader(String format, String maker) {
    for (Iterator<ImageReader> i = ImageIO.getImageReadersByFormatName(format); i.hasNext(); ) {
      ImageReader reader = i.next();
      if (reader.getClass().getName().startsWith(maker)) {
        return reader;
      }
    }
    throw new IllegalStateException("no reader for " + format + " from " + maker);
  }
}
