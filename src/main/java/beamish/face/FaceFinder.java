package beamish.face;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import java.util.List;
import java.util.Optional;

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

  /**
   * The face that somebody says is in a box, drawn roughly around a head. Who says so is believed:
   * what {@link #find} would not take for a face may be one here.
   *
   * @param upright any depth and channels
   * @param box in pixels of {@code upright}, with its middle inside
   * @return empty where nothing in the box can be a face, or its middle is beside the photo
   */
  Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation);

  @Override
  void close();
}
