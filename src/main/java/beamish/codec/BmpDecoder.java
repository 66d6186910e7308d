package beamish.codec;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/** BMP to pixels, by the JDK's reader. BMP files carry no metadata. */
final class BmpDecoder {

  private BmpDecoder() {}

  static DecodedFile decode(byte[] file) throws IOException {
    ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int header = b.getInt(14);
    boolean old = header == 12;
    if (!old && (header < 40 || file.length < 54)) {
      throw new IOException("its header is broken");
    }
    long width = old ? b.getShort(18) & 0xffff : b.getInt(18);
    long height = old ? b.getShort(20) & 0xffff : Math.abs((long) b.getInt(22));
    int bits = old ? b.getShort(24) & 0xffff : b.getShort(28) & 0xffff;
    int compression = old ? 0 : b.getInt(30);
    Limits.checkSize(width, height);
    long pixelsAt = b.getInt(10) & 0xffffffffL;
    long rowBytes = (width * bits + 31) / 32 * 4;
    boolean packed = compression == 1 || compression == 2;
    if (pixelsAt > file.length || (!packed && pixelsAt + rowBytes * height > file.length)) {
      throw new IOException("it ends within its pixels");
    }
    ImageReader reader = ImagePlugins.jdkReader("bmp");
    try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(file)) {
      reader.setInput(stream, true, true);
      return new DecodedFile(RasterPixels.of(reader.read(0)), PhotoMetadata.NONE);
    } finally {
      reader.dispose();
    }
  }
}
