package beamish.codec;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** The JDK's own readers and writers, whichever others are registered beside them. */
final class JdkCodecs {
  private static final String PACKAGE = "com.sun.imageio.";

  private JdkCodecs() {}

  static ImageReader readerOf(String format) {
    for (Iterator<ImageReader> i = ImageIO.getImageReadersByFormatName(format); i.hasNext(); ) {
      ImageReader reader = i.next();
      if (reader.getClass().getName().startsWith(PACKAGE)) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no reader for " + format);
  }

  static ImageWriter writerOf(String format) {
    for (Iterator<ImageWriter> i = ImageIO.getImageWritersByFormatName(format); i.hasNext(); ) {
      ImageWriter writer = i.next();
      if (writer.getClass().getName().startsWith(PACKAGE)) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java has no writer for " + format);
  }
}
