package beamish.opencv;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** One of the Haar cascades that come with OpenCV. Not thread-safe; close it when done. */
public final class CascadeDetector implements AutoCloseable {
  private final CascadeClassifier classifier;

  /**
   * Loads a cascade.
   *
   * @param name file name without {@code .xml}, for example {@code haarcascade_eye}
   * @throws Problem if OpenCV's files cannot be unpacked
   */
  public CascadeDetector(String name) {
    String resource =
        "/org/bytedeco/opencv/"
            + Loader.getPlatform()
            + "/share/opencv4/haarcascades/"
            + name
            + ".xml";
    try {
      File file = Loader.cacheResource(resource);
      if (file == null) {
        throw new IOException("no " + resource);
      }
      classifier = new CascadeClassifier(file.getPath());
    } catch (IOException e) {
      throw new Problem(
          name + ": the face detector cannot be unpacked; free some disk in the home folder", e);
    }
    if (classifier.empty()) {
      throw new Problem(name + ": the face detector's file is damaged; remove ~/.javacpp/cache");
    }
  }

  /**
   * A place where the cascade answered.
   *
   * @param box in pixels of the image given
   * @param weight the last stage's sum, higher is surer
   */
  public record Hit(Box box, double weight) {}

  /**
   * Searches an 8-bit grey image.
   *
   * @param scaleStep ratio of one window size to the next, above 1
   * @param minNeighbours how many raw answers must agree
   * @param minSize least window edge, pixels
   * @param maxSize greatest window edge, pixels
   */
  public List<Hit> detect(
      PixelImage grey, double scaleStep, int minNeighbours, int minSize, int maxSize) {
    return Mats.scoped(
        () -> {
          RectVector rects = new RectVector();
          IntPointer levels = new IntPointer();
          DoublePointer weights = new DoublePointer();
          classifier.detectMultiScale3(
              Mats.grey(grey),
              rects,
              levels,
              weights,
              scaleStep,
              minNeighbours,
              0,
              new Size(minSize, minSize),
              new Size(maxSize, maxSize),
              true);
          List<Hit> hits = new ArrayList<>();
          for (long i = 0; i < rects.size(); i++) {
            Rect r = rects.get(i);
            hits.add(new Hit(new Box(r.x(), r.y(), r.width(), r.height()), weights.get(i)));
          }
          return hits;
        });
  }

  @Override
  public void close() {
    classifier.close();
  }
}
