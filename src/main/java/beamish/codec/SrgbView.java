package beamish.codec;

import beamish.image.PixelImage;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Pixels as the screen wants them: 8-bit RGB or RGBA in sRGB, through the photo's ICC profile where
 * it has one that is not sRGB itself. Only for looking: an export keeps the photo's own encoding.
 *
 * <p>Any thread. The transform of the profile used last is kept, so that a preview repainted many
 * times a second does not build it again.
 */
public final class SrgbView {
  private static volatile @Nullable Transform last;

  private SrgbView() {}

  /** The photo as the screen wants it. */
  public static PixelImage of(Photo photo) {
    return toSrgb(photo.pixels(), photo.metadata());
  }

  /**
   * Pixels as the screen wants them.
   *
   * @param image in the encoding that {@code metadata}'s profile describes
   * @return 8-bit RGB, or RGBA if {@code image} has alpha; {@code image} itself where it is that
   *     already
   */
  public static PixelImage toSrgb(PixelImage image, PhotoMetadata metadata) {
    PixelImage image8 = SampleDepth.to8(image);
    byte[] icc = IccProfile.matching(metadata.icc(), image);
    if (icc == null) {
      return SampleDepth.toColour(image8);
    }
    Transform transform = last;
    if (transform == null || transform.icc != icc) {
      transform = Transform.of(icc);
      last = transform;
    }
    return transform.apply(image8);
  }

  /** An 8-bit picture laid on white; itself if it has no alpha. */
  public static PixelImage opaque(PixelImage image) {
    return SampleDepth.onWhite(image);
  }

  /** Whether a profile is sRGB itself, or cannot be used. */
  static boolean leavesAsIs(byte[] icc) {
    Transform transform = Transform.of(icc);
    return transform.toSrgb == null && transform.greyCurve == null;
  }

  /** What one profile does to colours; {@code toSrgb} is null if that is nothing. */
  private record Transform(
      byte[] icc, @Nullable ColorConvertOp toSrgb, byte @Nullable [] greyCurve) {

    static Transform of(byte[] icc) {
      try {
        ColorSpace from = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
        ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorConvertOp op = new ColorConvertOp(from, srgb, null);
        boolean grey = from.getNumComponents() == 1;
        byte[] probe = grey ? ramp() : cube();
        byte[] seen = new byte[grey ? probe.length * 3 : probe.length];
        op.filter(
            interleaved(probe, probe.length / (grey ? 1 : 3), 1, grey ? 1 : 3),
            interleaved(seen, seen.length / 3, 1, 3));
        if (grey) {
          byte[] curve = new byte[256];
          for (int i = 0; i < 256; i++) {
            curve[i] = seen[3 * i + 1];
          }
          return new Transform(icc, null, curve);
        }
        return new Transform(icc, isSame(probe, seen) ? null : op, null);
      } catch (RuntimeException e) {
        // A profile that cannot be used: show the numbers as they are.
        return new Transform(icc, null, null);
      }
    }

    PixelImage apply(PixelImage image) {
      if (greyCurve != null) {
        return SampleDepth.toColour(throughCurve(image, greyCurve));
      }
      if (toSrgb == null) {
        return SampleDepth.toColour(image);
      }
      int w = image.width();
      int h = image.height();
      // The converter takes nothing but three packed channels.
      byte[] rgb = image.hasAlpha() ? SampleDepth.withoutAlpha(image) : image.samples8();
      byte[] seen = new byte[rgb.length];
      synchronized (toSrgb) {
        toSrgb.filter(interleaved(rgb, w, h, 3), interleaved(seen, w, h, 3));
      }
      PixelImage opaque = PixelImage.of8(w, h, 3, seen);
      return image.hasAlpha() ? SampleDepth.withAlphaOf(opaque, image) : opaque;
    }
  }

  private static PixelImage throughCurve(PixelImage grey, byte[] curve) {
    byte[] out = grey.samples8().clone();
    for (int i = 0; i < out.length; i += grey.channels()) {
      out[i] = curve[out[i] & 0xff];
    }
    return PixelImage.of8(grey.width(), grey.height(), grey.channels(), out);
  }

  private static WritableRaster interleaved(byte[] samples, int w, int h, int n) {
    int[] bands = n == 1 ? new int[] {0} : new int[] {0, 1, 2};
    DataBuffer buffer = new DataBufferByte(samples, samples.length);
    return Raster.createInterleavedRaster(buffer, w, h, w * n, n, bands, new Point());
  }

  private static byte[] ramp() {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    return all;
  }

  /** Colours spread over the RGB cube. */
  private static byte[] cube() {
    byte[] colours = new byte[6 * 6 * 6 * 3];
    int i = 0;
    for (int r = 0; r < 6; r++) {
      for (int g = 0; g < 6; g++) {
        for (int b = 0; b < 6; b++) {
          colours[i++] = (byte) (r * 51);
          colours[i++] = (byte) (g * 51);
          colours[i++] = (byte) (b * 51);
        }
      }
    }
    return colours;
  }

  /** Whether no sample differs by more than what rounding within a profile makes. */
  private static boolean isSame(byte[] a, byte[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs((a[i] & 0xff) - (b[i] & 0xff)) > 2) {
        return false;
      }
    }
    return true;
  }
}
