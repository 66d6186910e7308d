package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Words;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Takes the samples out of a decoded {@link BufferedImage} as they are: no colour space has a say,
 * but for CMYK. Rows of the usual layouts are handed over or swapped in place.
 */
final class RasterPixels {

  private RasterPixels() {}

  /**
   * The pixels of {@code image}, whose arrays become theirs: palettes are looked up, samples of
   * fewer bits than 8 are scaled to 8, of 9 … 15 bits to 16, premultiplied alpha is divided out,
   * CMYK becomes sRGB.
   */
  static PixelImage of(BufferedImage image) throws IOException {
    ColorModel model = image.getColorModel();
    if (model.isAlphaPremultiplied()) {
      image.coerceData(false);
    }
    if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
      int type = BufferedImage.TYPE_3BYTE_BGR;
      BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), type);
      return of(new ColorConvertOp(null).filter(image, rgb));
    }
    if (model instanceof IndexColorModel palette) {
      return ofPalette(image.getRaster(), palette);
    }
    Raster raster = image.getRaster();
    if (raster.getNumBands() > 4) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.channels",
              "a photo of {0} channels: flatten it to RGB first",
              raster.getNumBands()));
    }
    if (isInterleaved(raster)) {
      int type = raster.getTransferType();
      if (type == DataBuffer.TYPE_BYTE && bitsAreAll(raster, 8)) {
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        reorder(raster, data);
        return PixelImage.of8(raster.getWidth(), raster.getHeight(), raster.getNumBands(), data);
      }
      if (type == DataBuffer.TYPE_USHORT && bitsAreAll(raster, 16)) {
        short[] data = ((DataBufferUShort) raster.getDataBuffer()).getData();
        reorder(raster, data);
        return PixelImage.of16(raster.getWidth(), raster.getHeight(), raster.getNumBands(), data);
      }
    }
    return rowByRow(raster);
  }

  /** Whether the data buffer is exactly the picture, pixel after pixel. */
  private static boolean isInterleaved(Raster raster) {
    int bands = raster.getNumBands();
    DataBuffer buffer = raster.getDataBuffer();
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getParent() == null
        && model.getPixelStride() == bands
        && model.getScanlineStride() == bands * raster.getWidth()
        && buffer.getNumBanks() == 1
        && buffer.getOffset() == 0
        && buffer.getSize() == raster.getWidth() * raster.getHeight() * bands;
  }

  private static boolean bitsAreAll(Raster raster, int bits) {
    for (int size : raster.getSampleModel().getSampleSize()) {
      if (size != bits) {
        return false;
      }
    }
    return true;
  }

  private static int[] bandOffsets(Raster raster) {
    return ((PixelInterleavedSampleModel) raster.getSampleModel()).getBandOffsets();
  }

  private static boolean isInOrder(int[] offsets) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] != i) {
        return false;
      }
    }
    return true;
  }

  private static void reorder(Raster raster, byte[] data) {
    int[] from = bandOffsets(raster);
    if (isInOrder(from)) {
      return;
    }
    int n = from.length;
    if (n == 3 && from[0] == 2 && from[1] == 1) {
      for (int i = 0; i < data.length; i += 3) {
        byte blue = data[i];
        data[i] = data[i + 2];
        data[i + 2] = blue;
      }
      return;
    }
    byte[] pixel = new byte[n];
    for (int i = 0; i < data.length; i += n) {
      for (int c = 0; c < n; c++) {
        pixel[c] = data[i + from[c]];
      }
      for (int c = 0; c < n; c++) {
        data[i + c] = pixel[c];
      }
    }
  }

  private static void reorder(Raster raster, short[] data) {
    int[] from = bandOffsets(raster);
    if (isInOrder(from)) {
      return;
    }
    int n = from.length;
    short[] pixel = new short[n];
    for (int i = 0; i < data.length; i += n) {
      for (int c = 0; c < n; c++) {
        pixel[c] = data[i + from[c]];
      }
      for (int c = 0; c < n; c++) {
        data[i + c] = pixel[c];
      }
    }
  }

  private static PixelImage ofPalette(Raster raster, IndexColorModel palette) {
    int w = raster.getWidth();
    int h = raster.getHeight();
    int channels = palette.hasAlpha() ? 4 : 3;
    int size = palette.getMapSize();
    int[] argb = new int[size];
    palette.getRGBs(argb);
    byte[] out = new byte[w * h * channels];
    int[] row = new int[w];
    int i = 0;
    for (int y = 0; y < h; y++) {
      raster.getSamples(0, y, w, 1, 0, row);
      for (int index : row) {
        int colour = index < size ? argb[index] : 0xff000000;
        out[i++] = (byte) (colour >> 16);
        out[i++] = (byte) (colour >> 8);
        out[i++] = (byte) colour;
        if (channels == 4) {
          out[i++] = (byte) (colour >>> 24);
        }
      }
    }
    return PixelImage.of8(w, h, channels, out);
  }

  private static PixelImage rowByRow(Raster raster) throws IOException {
    int w = raster.getWidth();
    int h = raster.getHeight();
    int n = raster.getNumBands();
    int[] bits = raster.getSampleModel().getSampleSize();
    int most = 0;
    for (int b : bits) {
      most = Math.max(most, b);
    }
    int transfer = raster.getTransferType();
    if (most > 16 || transfer == DataBuffer.TYPE_FLOAT || transfer == DataBuffer.TYPE_DOUBLE) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.depth",
              "a photo of {0} bits a sample: export it with 8 or 16 bits first",
              most));
    }
    int max = most <= 8 ? 255 : 65535;
    byte[] bytes = new byte[most <= 8 ? w * h * n : 0];
    short[] shorts = new short[most <= 8 ? 0 : w * h * n];
    int[] row = new int[w * n];
    int i = 0;
    for (int y = 0; y < h; y++) {
      raster.getPixels(0, y, w, 1, row);
      for (int k = 0; k < row.length; k++) {
        int top = (1 << bits[k % n]) - 1;
        int v = top == max ? row[k] : (row[k] * max + top / 2) / top;
        if (most <= 8) {
          bytes[i++] = (byte) v;
        } else {
          shorts[i++] = (short) v;
        }
      }
    }
    return most <= 8 ? PixelImage.of8(w, h, n, bytes) : PixelImage.of16(w, h, n, shorts);
  }
}
