package beamish.training;

import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Cancellation;
import java.util.Optional;

/** Finds a face again in an edited photo, as a stranger would who knows only where it lies. */
final class SameFace {
  /** Eye distances that the middle of the eyes may be off. */
  private static final double NEAR = .3;

  private SameFace() {}

  static Optional<DetectedFace> find(
      FaceFinder finder, PixelImage photo, Landmarks own, Cancellation cancellation) {
    return finder.find(photo, cancellation).stream()
        .filter(f -> middle(f.landmarks()).distanceTo(middle(own)) < NEAR * own.eyeDistance())
        .findFirst();
  }

  private static Point middle(Landmarks face) {
    return face.leftEye().middle(face.rightEye());
  }
}
