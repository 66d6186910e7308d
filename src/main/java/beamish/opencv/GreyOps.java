package beamish.opencv;

import beamish.image.PixelImage;
import beamish.image.Similarity;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Whole-image operations on 8-bit grey images. Thread-safe. */
public final class GreyOps {
  private GreyOps() {}

  /** Spreads the histogram over 0 … 255. */
  public static PixelImage equalised(PixelImage grey) {
    return Mats.scoped(
        () -> {
          Mat out = new Mat();
          opencv_imgproc.equalizeHist(Mats.grey(grey), out);
          return Mats.grey(out);
        });
  }

  /**
   * Resamples bilinearly; beyond the image's edge its outermost pixels repeat.
   *
   * @param map pixels of {@code grey} to pixels of the answer
   */
  public static PixelImage warped(PixelImage grey, Similarity map, int width, int height) {
    return Mats.scoped(
        () -> {
          Mat out = new Mat();
          opencv_imgproc.warpAffine(
              Mats.grey(grey),
              out,
              Mats.matrix(map),
              new Size(width, height),
              opencv_imgproc.INTER_LINEAR,
              opencv_core.BORDER_REPLICATE,
              new Scalar(0));
          return Mats.grey(out);
        });
  }
}
