package beamish.opencv;

import beamish.image.PixelImage;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Heap pixels through OpenCV's encoders and decoders; every native closed. */
final class EncodedMat {

  private static final int BAND_BYTES = 1 << 20;

  private EncodedMat() {}

  /**
   * Decodes a file of 8 bits a sample; empty if that fails.
   *
   * @param flags of IMREAD; what they leave in OpenCV's order of channels is turned round
   */
  static Optional<PixelImage> decode(byte[] file, int flags) {
    try (BytePointer encoded = new BytePointer(file);
        Mat bytes = new Mat(1, file.length, opencv_core.CV_8UC1, encoded);
        Mat image = opencv_imgcodecs.imdecode(bytes, flags)) {
      if (image.empty() || image.depth() != opencv_core.CV_8U) {
        return Optional.empty();
      }
      int channels = image.channels();
      if (flags == opencv_imgcodecs.IMREAD_UNCHANGED && channels >= 3) {
        opencv_imgproc.cvtColor(
            image,
            image,
            channels == 3 ? opencv_imgproc.COLOR_BGR2RGB : opencv_imgproc.COLOR_BGRA2RGBA);
      }
      byte[] samples = new byte[image.rows() * image.cols() * channels];
      image.data().get(samples);
      return Optional.of(PixelImage.of8(image.cols(), image.rows(), channels, samples));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Encodes an 8-bit image of 1, 3 or 4 channels.
   *
   * @param extension OpenCV's name of the format, such as ".jpg"
   * @param parameters pairs of an IMWRITE key and its value
   * @throws IllegalStateException if OpenCV refuses
   */
  static byte[] encode(PixelImage image, String extension, int... parameters) {
    int channels = image.channels();
    if (image.bitDepth() != 8 || channels == 2) {
      throw new IllegalArgumentException(image.bitDepth() + " bits, " + channels + " channels");
    }
    try (Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC(channels));
        BytePointer encoded = new BytePointer();
        IntPointer pairs = new IntPointer(parameters)) {
      fill(mat, image);
      if (!opencv_imgcodecs.imencode(extension, mat, encoded, pairs)) {
        throw new IllegalStateException("OpenCV could not encode " + extension);
      }
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }

  /**
   * Copies pixels into a Mat of their size, in OpenCV's order of channels: some rows at a time,
   * because it turns a whole picture round through a second one.
   */
  static void fill(Mat mat, PixelImage image) {
    int channels = image.channels();
    int row = image.width() * channels;
    byte[] samples = image.samples8();
    if (channels == 1) {
      mat.data().put(samples, 0, samples.length);
      return;
    }
    int order = channels == 3 ? opencv_imgproc.COLOR_RGB2BGR : opencv_imgproc.COLOR_RGBA2BGRA;
    int most = Math.min(image.height(), Math.max(1, BAND_BYTES / row));
    try (Mat scratch = new Mat(most, image.width(), opencv_core.CV_8UC(channels))) {
      for (int y = 0; y < image.height(); y += most) {
        int end = Math.min(image.height(), y + most);
        try (Mat from = scratch.rowRange(0, end - y);
            Mat to = mat.rowRange(y, end)) {
          scratch.data().put(samples, y * row, (end - y) * row);
          opencv_imgproc.cvtColor(from, to, order);
        }
      }
    }
  }
}
