package beamish.opencv;

import beamish.image.PixelImage;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** WebP by the libwebp that OpenCV carries: pixels only, no metadata. Any thread. */
public final class WebpCodec {
  /** Beyond 100, OpenCV encodes without loss. */
  private static final int LOSSLESS = 101;

  private WebpCodec() {}

  /**
   * The pixels of a whole WebP file as they are stored: 8 bits, RGB, or RGBA if {@code alpha};
   * empty if it cannot be decoded.
   */
  public static Optional<PixelImage> decode(byte[] file, boolean alpha) {
    // Colour alone would turn the picture by its EXIF block.
    int flags =
        alpha
            ? opencv_imgcodecs.IMREAD_UNCHANGED
            : opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    return EncodedMat.decode(file, flags).filter(PixelImage::isColour);
  }

  /**
   * Encodes an 8-bit RGB or RGBA image as a WebP file.
   *
   * @param quality 0 … 1; 1 is lossless, except for the colour of fully transparent pixels
   * @return the file's bytes
   */
  public static byte[] encode(PixelImage image, double quality) {
    return EncodedMat.encode(image, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, level(quality));
  }

  /**
   * A picture of an animation.
   *
   * @param image 8-bit RGB
   * @param millis it is shown for
   */
  public record Frame(PixelImage image, int millis) {}

  /**
   * Encodes an endless animation.
   *
   * @param frames at least one, all of one size
   * @param quality as {@link #encode}
   * @return the file's bytes
   * @throws IllegalStateException if OpenCV refuses
   */
  public static byte[] encodeLoop(List<Frame> frames, double quality) {
    return Mats.scoped(
        () -> {
          MatVector pictures = new MatVector();
          for (Frame frame : frames) {
            PixelImage image = frame.image;
            Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC3);
            EncodedMat.fill(mat, image);
            pictures.push_back(mat);
          }
          IntPointer millis = new IntPointer(frames.stream().mapToInt(Frame::millis).toArray());
          var animation = new opencv_imgcodecs.Animation();
          animation.frames(pictures);
          animation.durations(millis);
          BytePointer encoded = new BytePointer();
          IntPointer pairs = new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, level(quality));
          if (!opencv_imgcodecs.imencodeanimation(".webp", animation, encoded, pairs)) {
            throw new IllegalStateException("OpenCV could not encode an animation");
          }
          byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
          encoded.get(bytes);
          return bytes;
        });
  }

  private static int level(double quality) {
    return quality >= 1 ? LOSSLESS : Math.max(1, (int) Math.round(quality * 100));
  }
}
