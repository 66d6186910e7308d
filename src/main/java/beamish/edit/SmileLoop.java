package beamish.edit;

import beamish.codec.SrgbView;
import beamish.face.DetectedFace;
import beamish.image.AreaAverage;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.util.ArrayList;
import java.util.List;

/** The edit as it comes: the same view of a photo from no strength to the whole. */
public final class SmileLoop {
  /** Steps from none to all; a loop shows all but the ends twice. */
  private static final int STEPS = 12;

  /** What is shown. */
  public enum Area {
    /** The faces that are edited, with hair and chin. */
    FACE,
    /** The whole photo. */
    PHOTO
  }

  private SmileLoop() {}

  /**
   * Renders the steps, slow at both ends. On the model lane.
   *
   * @param longEdge at most, pixels; nothing is enlarged
   * @return 8-bit RGB in sRGB, the first unedited
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<PixelImage> render(
      OpenPhoto open,
      SmileSettings settings,
      Area area,
      int longEdge,
      Cancellation cancellation,
      Progress progress) {
    PixelImage whole = open.photo().pixels();
    Box shown = area == Area.PHOTO ? all(whole) : around(open, settings);
    int x = (int) shown.x();
    int y = (int) shown.y();
    PixelImage part = whole.part(x, y, (int) shown.width(), (int) shown.height());
    double scale = Math.min(1, (double) longEdge / Math.max(part.width(), part.height()));
    int width = Math.max(1, (int) Math.round(part.width() * scale));
    int height = Math.max(1, (int) Math.round(part.height() * scale));
    PixelImage view = scale == 1 ? part : AreaAverage.shrink(part, width, height);
    Similarity viewToPhoto = new Similarity((double) part.width() / width, 0, x, y);
    List<PixelImage> steps = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      cancellation.check();
      progress.report((double) i / STEPS, "");
      double share = (1 - Math.cos(Math.PI * i / STEPS)) / 2;
      PixelImage step = open.renderOn(view, viewToPhoto, settings.times(share));
      steps.add(SrgbView.opaque(SrgbView.toSrgb(step, open.photo().metadata())));
    }
    return steps;
  }

  private static Box all(PixelImage photo) {
    return new Box(0, 0, photo.width(), photo.height());
  }

  /** The faces whose strength is not 0, else all of them, else the photo; within it. */
  private static Box around(OpenPhoto open, SmileSettings settings) {
    PixelImage photo = open.photo().pixels();
    double left = photo.width();
    double top = photo.height();
    double right = 0;
    double bottom = 0;
    for (int number : open.numbers()) {
      DetectedFace face = open.face(number);
      if (settings.strength(number) != 0 || settings.isNone()) {
        Box b = face.box();
        left = Math.min(left, b.x() - .4 * b.width());
        top = Math.min(top, b.y() - .4 * b.height());
        right = Math.max(right, b.x() + 1.4 * b.width());
        bottom = Math.max(bottom, b.y() + 1.3 * b.height());
      }
    }
    if (right <= left) {
      return all(photo);
    }
    double x = Math.max(0, Math.floor(left));
    double y = Math.max(0, Math.floor(top));
    return new Box(
        x,
        y,
        Math.min(photo.width(), Math.ceil(right)) - x,
        Math.min(photo.height(), Math.ceil(bottom)) - y);
  }
}
