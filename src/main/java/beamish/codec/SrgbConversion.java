package beamish.codec;

import beamish.image.PixelImage;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Converts pixels to sRGB for good: depth, channels and alpha stay, and grey stays grey (with
 * sRGB's tone curve). By the JDK's LittleCMS, a few rows at a time.
 */
final class SrgbConversion {
  private static final int ROWS = 32;

  private final PixelImage from;
  private final PixelImage to;
  private final ColorConvertOp op;
  private final int colours;

  private SrgbConversion(PixelImage from, ColorConvertOp op) {
    this.from = from;
    this.to = from.copy();
    this.op = op;
    this.colours = from.isColour() ? 3 : 1;
  }

  /** The picture in sRGB; {@code icc} must be a usable profile that describes its pixels. */
  static PixelImage convert(PixelImage from, byte[] icc) {
    ColorSpace own = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    SrgbConversion conversion = new SrgbConversion(from, new ColorConvertOp(own, srgb, null));
    for (int y = 0; y < from.height(); y += ROWS) {
      conversion.rows(y, Math.min(ROWS, from.height() - y));
    }
    return conversion.to;
  }

  private void rows(int top, int rows) {
    WritableRaster in = raster(rows, colours);
    WritableRaster out = raster(rows, 3);
    DataBuffer read = in.getDataBuffer();
    for (int y = 0, i = 0; y < rows; y++) {
      for (int x = 0; x < from.width(); x++) {
        for (int c = 0; c < colours; c++) {
          read.setElem(i++, from.sample(x, top + y, c));
        }
      }
    }
    op.filter(in, out);
    DataBuffer written = out.getDataBuffer();
    // Neutral in, neutral out: any of the three is the grey; green is the one rounded least.
    int first = colours == 1 ? 1 : 0;
    for (int y = 0, i = first; y < rows; y++) {
      for (int x = 0; x < from.width(); x++, i += 3) {
        for (int c = 0; c < colours; c++) {
          to.setSample(x, top + y, c, written.getElem(i + c));
        }
      }
    }
  }

  private WritableRaster raster(int rows, int bands) {
    int samples = from.width() * rows * bands;
    DataBuffer buffer =
        from.bitDepth() == 16 ? new DataBufferUShort(samples) : new DataBufferByte(samples);
    int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
    return Raster.createInterleavedRaster(
        buffer, from.width(), rows, from.width() * bands, bands, offsets, new Point());
  }
}
