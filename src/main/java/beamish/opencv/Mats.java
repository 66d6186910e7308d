package beamish.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Conversions at this room's border; the caller's scope owns every Mat made here. */
final class Mats {
  private Mats() {}

  /** Runs {@code work} and frees every native object made in it. */
  @SuppressWarnings("try") // the scope works by being open
  static <T> T scoped(Supplier<T> work) {
    try (PointerScope scope = new PointerScope()) {
      return work.get();
    }
  }

  /** Copies an 8-bit grey image into a Mat. */
  static Mat grey(PixelImage image) {
    if (image.channels() != 1 || image.bitDepth() != 8) {
      throw new IllegalArgumentException("8-bit grey wanted");
    }
    Mat mat = new Mat(image.height(), image.width(), CV_8UC1);
    mat.data().put(image.samples8());
    return mat;
  }

  /** Copies a continuous 8-bit grey Mat out. */
  static PixelImage grey(Mat mat) {
    byte[] bytes = new byte[mat.rows() * mat.cols()];
    mat.data().get(bytes);
    return PixelImage.of8(mat.cols(), mat.rows(), 1, bytes);
  }

  /**
   * The 2x3 matrix of {@code map}, for OpenCV's convention that a pixel's centre is a whole number
   * (ours is a half).
   */
  static Mat matrix(Similarity map) {
    Mat m = new Mat(2, 3, opencv_core.CV_64F);
    double a = map.a();
    double b = map.b();
    try (DoublePointer p = new DoublePointer(m.data())) {
      p.put(
          a,
          -b,
          map.tx() + (a - b) / 2 - .5, //
          b,
          a,
          map.ty() + (a + b) / 2 - .5);
    }
    return m;
  }
}
