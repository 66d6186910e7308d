package beamish.expression;

import beamish.face.AlignedCrop;
import beamish.job.Problem;
import java.util.List;
import java.util.Set;

/**
 * Gives a face a smile of a chosen strength, or takes one away. Not thread-safe: created, used and
 * closed on the model lane.
 */
public interface ExpressionModel extends AutoCloseable {
  /** What collections of photos call a smile. */
  Set<String> SMILES = Set.of("smiling", "happy");

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

  /**
   * The same with the parts of the smile shown differently. Neutral parts give {@link
   * #decode(LatentCode, double)}; a model that paints a whole face knows nothing of its teeth.
   */
  default ExpressionEdit decode(LatentCode code, double strength, SmileParts parts) {
    return PartedEdit.of(decode(code, strength), parts);
  }

  /** The expressions that strength 1 can mean, the one it means where nobody chooses first. */
  default List<String> targets() {
    return manifest().targets();
  }

  /** The one of {@link #targets} that strength 1 means. */
  default String target() {
    return targets().get(0);
  }

  /**
   * This model with another meaning of strength 1. Codes are the same for all.
   *
   * @param target one of {@link #targets}
   * @throws Problem if it is none of them
   */
  default ExpressionModel towards(String target) {
    if (!targets().get(0).equals(target)) {
      throw new Problem(
          manifest().id() + " knows no expression " + target + "; it knows " + targets());
    }
    return this;
  }

  @Override
  void close();
}
