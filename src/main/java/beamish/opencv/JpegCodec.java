package beamish.opencv;

import beamish.image.PixelImage;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

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
    int flags =
        opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION
            | (channels == 1
                ? opencv_imgcodecs.IMREAD_GRAYSCALE
                : opencv_imgcodecs.IMREAD_COLOR_RGB);
    try (BytePointer encoded = new BytePointer(file);
        Mat bytes = new Mat(1, file.length, opencv_core.CV_8UC1, encoded);
        Mat image = opencv_imgcodecs.imdecode(bytes, flags)) {
      if (image.empty() || image.type() != opencv_core.CV_8UC(channels)) {
        return Optional.empty();
      }
      byte[] samples = new byte[image.rows() * image.cols() * channels];
      image.data().get(samples);
      return Optional.of(PixelImage.of8(image.cols(), image.rows(), channels, samples));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
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
