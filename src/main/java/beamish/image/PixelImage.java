package beamish.image;

import java.util.Arrays;

/**
 * A photo's pixels as they were decoded: interleaved rows, 8 or 16 bits a sample, in the file's own
 * colour encoding (never linearised, never premultiplied).
 *
 * <p>Channels: 1 = grey, 2 = grey + alpha, 3 = RGB, 4 = RGBA. The arrays are handed over, not
 * copied; whoever writes does so on a {@link #copy()} of their own, and everybody else treats an
 * image as a value. Safe to read from any thread.
 */
public final class PixelImage {
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] bytes;
  private final short[] shorts;

  private PixelImage(int width, int height, int channels, byte[] bytes, short[] shorts, int size) {
    if (width <= 0 || height <= 0 || channels < 1 || channels > 4) {
      throw new IllegalArgumentException(width + "x" + height + "x" + channels);
    }
    if (Math.multiplyExact(Math.multiplyExact(width, height), channels) != size) {
      throw new IllegalArgumentException(
          size + " samples for " + width + "x" + height + "x" + channels);
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.bytes = bytes;
    this.shorts = shorts;
  }

  private static final byte[] NO_BYTES = {};
  private static final short[] NO_SHORTS = {};

  /** An image of unsigned 8-bit samples, {@code [height][width][channels]}. */
  public static PixelImage of8(int width, int height, int channels, byte[] samples) {
    return new PixelImage(width, height, channels, samples, NO_SHORTS, samples.length);
  }

  /** An image of unsigned 16-bit samples, {@code [height][width][channels]}. */
  public static PixelImage of16(int width, int height, int channels, short[] samples) {
    return new PixelImage(width, height, channels, NO_BYTES, samples, samples.length);
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** Samples a pixel: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA. */
  public int channels() {
    return channels;
  }

  /** 8 or 16. */
  public int bitDepth() {
    return shorts == NO_SHORTS ? 8 : 16;
  }

  /** The largest sample value: 255 or 65535. */
  public int maxSample() {
    return shorts == NO_SHORTS ? 255 : 65535;
  }

  /** Whether there are three colour channels (an alpha channel apart). */
  public boolean isColour() {
    return channels >= 3;
  }

  /** Whether the last channel is an alpha channel. */
  public boolean hasAlpha() {
    return channels == 2 || channels == 4;
  }

  /** Sample {@code c} of pixel (x, y), 0 … {@link #maxSample()}. */
  public int sample(int x, int y, int c) {
    return sample((y * width + x) * channels + c);
  }

  /** Sample number {@code i}, row by row, pixel by pixel. */
  public int sample(int i) {
    return shorts == NO_SHORTS ? bytes[i] & 0xff : shorts[i] & 0xffff;
  }

  /** Writes a sample; only on an image of one's own (see {@link #copy()}). */
  public void setSample(int x, int y, int c, int value) {
    int i = (y * width + x) * channels + c;
    if (shorts == NO_SHORTS) {
      bytes[i] = (byte) value;
    } else {
      shorts[i] = (short) value;
    }
  }

  /** The 8-bit samples themselves, not a copy; empty for a 16-bit image. */
  public byte[] samples8() {
    return bytes;
  }

  /** The 16-bit samples themselves, not a copy; empty for an 8-bit image. */
  public short[] samples16() {
    return shorts;
  }

  /** An independent image with the same samples. */
  public PixelImage copy() {
    return shorts == NO_SHORTS
        ? of8(width, height, channels, bytes.clone())
        : of16(width, height, channels, shorts.clone());
  }

  /** Whether size, depth, channels and every sample are equal. */
  public boolean hasSamePixels(PixelImage o) {
    return width == o.width
        && height == o.height
        && channels == o.channels
        && Arrays.equals(bytes, o.bytes)
        && Arrays.equals(shorts, o.shorts);
  }

  /** A copy of a part, which must lie inside. */
  public PixelImage part(int x, int y, int columns, int rows) {
    int row = columns * channels;
    if (shorts == NO_SHORTS) {
      byte[] part = new byte[rows * row];
      for (int i = 0; i < rows; i++) {
        System.arraycopy(bytes, ((y + i) * width + x) * channels, part, i * row, row);
      }
      return of8(columns, rows, channels, part);
    }
    short[] part = new short[rows * row];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(shorts, ((y + i) * width + x) * channels, part, i * row, row);
    }
    return of16(columns, rows, channels, part);
  }
}
