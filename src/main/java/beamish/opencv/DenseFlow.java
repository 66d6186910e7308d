package beamish.opencv;

import beamish.image.FloatImage;
import beamish.image.PixelImage;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/** Where every pixel of one picture went in another: dense inverse search (Kroeger, 2016). */
public final class DenseFlow {
  private DenseFlow() {}

  /**
   * The flow between two 8-bit grey images of one size.
   *
   * @return {@code [2][height][width]}: what to add to x and to y of a pixel of {@code from}
   */
  public static FloatImage between(PixelImage from, PixelImage to) {
    return Mats.scoped(
        () -> {
          Mat flow = new Mat();
          DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)
              .calc(Mats.grey(from), Mats.grey(to), flow);
          int n = from.width() * from.height();
          float[] both = new float[2 * n];
          new FloatPointer(flow.data()).get(both);
          float[] planes = new float[2 * n];
          for (int i = 0; i < n; i++) {
            planes[i] = both[2 * i];
            planes[n + i] = both[2 * i + 1];
          }
          return new FloatImage(2, from.height(), from.width(), planes);
        });
  }
}
