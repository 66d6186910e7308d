package beamish.opencv;

import beamish.image.PixelImage;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/** JPEG by the libjpeg-turbo that OpenCV carries: a third of the time of the JDK's. Any thread. */
public final class JpegCodec {

  private JpegCodec() {}

  /**
   * The pixels of a whole JPEG file as they are stored, never turned; empty if it cannot be
   * decoded. Keeps quiet about damage.
   *
   * @param channels 1 grey, 3 RGB
   */
  public static Optional<PixelImage> decode(byte[] file, int channels) {
    int colour =
        channels == 1 ? opencv_imgcodecs.IMREAD_GRAYSCALE : opencv_imgcodecs.IMREAD_COLOR_RGB;
    return EncodedMat.decode(file, colour | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION)
        .filter(image -> image.channels() == channels);
  }

  /**
   * Encodes an 8-bit grey or RGB image as a baseline JPEG file.
   *
   * @param quality 0 … 1
   * @param fullColour keep the colour at full resolution (4:4:4) instead of a quarter (4:2:0)
   * @return the file's bytes
   */
  public static byte[] encode(PixelImage image, double quality, boolean fullColour) {
    return EncodedMat.encode(
        image,
        ".jpg",
        opencv_imgcodecs.IMWRITE_JPEG_QUALITY,
        (int) Math.round(quality * 100),
        opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
        fullColour
            ? opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444
            : opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420);
  }
}
