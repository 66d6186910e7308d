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
      mat.data().put(image.samples8(), 0, image.samples8().length);
      if (channels == 3) {
        opencv_imgproc.cvtColor(mat, mat, opencv_imgproc.COLOR_RGB2BGR);
      } else if (channels == 4) {
        opencv_imgproc.cvtColor(mat, mat, opencv_imgproc.COLOR_RGBA2BGRA);
      }
      if (!opencv_imgcodecs.imencode(extension, mat, encoded, pairs)) {
        throw new IllegalStateException("OpenCV could not encode " + extension);
      }
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }
}
