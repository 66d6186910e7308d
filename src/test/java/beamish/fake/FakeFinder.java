package beamish.fake;

import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the faces it was told, wherever it looks. */
public final class FakeFinder implements FaceFinder {
  private final Supplier<List<DetectedFace>> faces;

  public FakeFinder(DetectedFace... faces) {
    this(() -> List.of(faces));
  }

  /** Asks each time which faces to find. */
  public FakeFinder(Supplier<List<DetectedFace>> faces) {
    this.faces = faces;
  }

  /** An upright face whose pupils are {@code eyes} px apart around (x, y). */
  public static DetectedFace face(double x, double y, double eyes) {
    double half = eyes / 2;
    return new DetectedFace(
        new Box(x - eyes, y - .7 * eyes, 2 * eyes, 2.6 * eyes),
        new Landmarks(
            new Point(x - half, y),
            new Point(x + half, y),
            new Point(x - .4 * eyes, y + 1.1 * eyes),
            new Point(x + .4 * eyes, y + 1.1 * eyes)),
        1);
  }

  @Override
  public List<DetectedFace> find(PixelImage upright, Cancellation cancellation) {
    cancellation.check();
    return faces.get();
  }

  /** A face that fills the box; none in one that is less than 40 px wide. */
  @Override
  public Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation) {
    cancellation.check();
    return box.width() < 40
        ? Optional.empty()
        : Optional.of(face(box.centre().x(), box.centre().y() - box.height() / 6, box.width() / 2));
  }

  @Override
  public void close() {}
}
