package beamish.opencv;

import beamish.image.PixelImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Heap pixels into one of OpenCV's encoders and the file's bytes back; every native closed. */
final class EncodedMat {

  private static final int BAND_BYTES = 1 << 20;

  private EncodedMat() {}

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
