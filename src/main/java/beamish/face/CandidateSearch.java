package beamish.face;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.opencv.CascadeDetector;
import beamish.opencv.GreyOps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks a whole photo over for places that may be faces, at every size and roll; says yes too often
 * rather than too seldom. Not thread-safe.
 */
public final class CandidateSearch implements AutoCloseable {
  /** Pixels of the reduced photo in which faces of ordinary size are looked for. */
  private static final double COARSE_PIXELS = 6e5;

  /** The cascade's window, pixels: the least face it can see. */
  private static final int WINDOW = 20;

  /** The least face wanted, photo pixels: eyes 20 px apart. */
  private static final double LEAST_FACE = 46;

  /** Edge of what is searched for small faces at once, pixels of the reduced photo, at most. */
  private static final int TILE = 1200;

  private static final int[] ROLLS = {0, -15, 15, -30, 30};

  /** From one size looked for to the next, and how many answers must agree: upright. */
  private static final double STEP = 1.1;

  private static final int AGREE = 2;

  /**
   * Where a neighbouring roll may see it too, and for small faces: wider steps find as many faces
   * in three quarters of the time, if a lone answer counts.
   */
  private static final double WIDE_STEP = 1.2;

  private static final int WIDE_AGREE = 1;

  private final CascadeDetector faces = new CascadeDetector("haarcascade_frontalface_alt2");

  /** Candidates, each place once, surest first. */
  public List<FaceCandidate> search(PixelImage photo, Cancellation cancellation) {
    double pixels = (double) photo.width() * photo.height();
    int coarse = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / COARSE_PIXELS)));
    int fine = Math.min(coarse, (int) (LEAST_FACE / WINDOW));
    List<FaceCandidate> found = new ArrayList<>();
    PixelImage grey = GreyView.reduced(photo, coarse);
    int largest = Math.min(grey.width(), grey.height());
    for (int roll : ROLLS) {
      cancellation.check();
      scan(grey, coarse, roll, Math.max(WINDOW, (int) (LEAST_FACE / coarse)), largest, found);
    }
    if (fine < coarse) {
      scanTiles(photo, fine, WINDOW * coarse / fine + WINDOW / 2, cancellation, found);
    }
    return merged(found);
  }

  /**
   * Searches for small upright faces, a tile at a time: the cascade's pyramid takes 36 times the
   * memory of what it looks at. Tiles overlap by the largest face wanted, and each answers for the
   * faces whose centres are its own.
   *
   * @param largest face wanted, pixels of the reduced photo
   */
  private void scanTiles(
      PixelImage photo,
      int factor,
      int largest,
      Cancellation cancellation,
      List<FaceCandidate> found) {
    int width = photo.width() / factor;
    int height = photo.height() / factor;
    int columns = (width + TILE - 1) / TILE;
    int rows = (height + TILE - 1) / TILE;
    for (int i = 0; i < columns * rows; i++) {
      cancellation.check();
      int x0 = width * (i % columns) / columns;
      int x1 = width * (i % columns + 1) / columns;
      int y0 = height * (i / columns) / rows;
      int y1 = height * (i / columns + 1) / rows;
      int left = Math.max(0, x0 - largest / 2 - 1);
      int top = Math.max(0, y0 - largest / 2 - 1);
      int right = Math.min(width, x1 + largest / 2 + 1);
      int bottom = Math.min(height, y1 + largest / 2 + 1);
      PixelImage grey =
          GreyView.reduced(photo, left * factor, top * factor, right - left, bottom - top, factor);
      for (CascadeDetector.Hit hit :
          faces.detect(grey, WIDE_STEP, WIDE_AGREE, (int) (LEAST_FACE / factor), largest)) {
        double x = left + hit.box().centre().x();
        double y = top + hit.box().centre().y();
        if (x >= x0 && x < x1 && y >= y0 && y < y1) {
          found.add(
              new FaceCandidate(
                  new Point(x * factor, y * factor), hit.box().width() * factor, 0, hit.weight()));
        }
      }
    }
  }

  /** Searches {@code grey}, turned so that faces of this roll stand upright. */
  private void scan(
      PixelImage grey,
      int factor,
      int rollDegrees,
      int minSize,
      int maxSize,
      List<FaceCandidate> found) {
    PixelImage turned = grey;
    Similarity back = Similarity.scaling(factor);
    if (rollDegrees != 0) {
      double roll = Math.toRadians(rollDegrees);
      double cos = Math.cos(roll);
      double sin = Math.sin(roll);
      int w = (int) Math.ceil(grey.width() * cos + grey.height() * Math.abs(sin));
      int h = (int) Math.ceil(grey.width() * Math.abs(sin) + grey.height() * cos);
      double cx = grey.width() / 2.;
      double cy = grey.height() / 2.;
      Similarity turn =
          new Similarity(cos, -sin, w / 2. - cos * cx - sin * cy, h / 2. + sin * cx - cos * cy);
      turned = GreyOps.warped(grey, turn, w, h);
      back = turn.inverse().then(back);
    }
    boolean upright = rollDegrees == 0;
    for (CascadeDetector.Hit hit :
        faces.detect(
            turned, upright ? STEP : WIDE_STEP, upright ? AGREE : WIDE_AGREE, minSize, maxSize)) {
      Box box = hit.box();
      Point centre = back.apply(box.centre());
      if (centre.x() > 0
          && centre.y() > 0
          && centre.x() < (double) grey.width() * factor
          && centre.y() < (double) grey.height() * factor) {
        found.add(new FaceCandidate(centre, box.width() * factor, rollDegrees, hit.weight()));
      }
    }
  }

  /** One candidate a place, the surest, which gains a little from each that agrees. */
  static List<FaceCandidate> merged(List<FaceCandidate> found) {
    List<FaceCandidate> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingDouble(FaceCandidate::score).reversed());
    List<FaceCandidate> kept = new ArrayList<>();
    for (FaceCandidate c : sorted) {
      boolean fresh = true;
      for (int i = 0; i < kept.size() && fresh; i++) {
        FaceCandidate k = kept.get(i);
        if (k.sameFaceAs(c)) {
          fresh = false;
          kept.set(
              i,
              new FaceCandidate(k.centre(), k.size(), k.rollDegrees(), k.score() + c.score() / 4));
        }
      }
      if (fresh) {
        kept.add(c);
      }
    }
    kept.sort(Comparator.comparingDouble(FaceCandidate::score).reversed());
    return kept;
  }

  @Override
  public void close() {
    faces.close();
  }
}
