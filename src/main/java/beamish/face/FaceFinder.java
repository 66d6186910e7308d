package beamish.face;

import beamish.image.PixelImage;
import beamish.job.Cancellation;
import java.util.List;

/** Finds the faces of a photo. Not thread-safe: created, used and closed on the model lane. */
public interface FaceFinder extends AutoCloseable {

  /**
   * All faces whose pupils are 20 px apart or more, rolled by up to ±30°, each once, ordered from
   * left to right by the middle of the eyes.
   *
   * @param upright any depth and channels
   * @param cancellation asked between steps
   */
  List<DetectedFace> find(PixelImage upright, Cancellation cancellation);

  @Override
  void close();
}
