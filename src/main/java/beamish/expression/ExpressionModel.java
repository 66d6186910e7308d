package beamish.expression;

import beamish.face.AlignedCrop;

/**
 * Gives a face a smile of a chosen strength, or takes one away. Not thread-safe: created, used and
 * closed on the model lane.
 */
public interface ExpressionModel extends AutoCloseable {

  /** Its name, licence, figures and preprocessing numbers. */
  ModelManifest manifest();

  /** Edge of the square crop that {@link #encode} expects, pixels. */
  int cropSize();

  /** Encodes a face, once; the slow half. */
  LatentCode encode(AlignedCrop crop);

  /**
   * The edit that takes the face to {@code strength}; the fast half, run at every slider tick.
   *
   * @param code from this very model's {@link #encode}
   * @param strength −1 (calm, closed) … 0 (the photo itself) … 1 (a clear smile) … 1.5
   */
  ExpressionEdit decode(LatentCode code, double strength);

  @Override
  void close();
}
