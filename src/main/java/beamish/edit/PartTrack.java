package beamish.edit;

import beamish.expression.ExpressionEdit;
import beamish.expression.SmilePart;
import beamish.expression.SmileParts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One face's edits along the slider of the part that is being moved, at one strength. Its knots are
 * worked out when the slider first comes by, so that a drag to and fro costs a few network passes
 * and not one a tick. Not thread-safe.
 */
final class PartTrack {
  private final FaceSmile from;
  private final SmilePart part;
  private final EditTrack track;

  private PartTrack(FaceSmile from, SmilePart part, Function<FaceSmile, ExpressionEdit> decode) {
    this.from = from;
    this.part = part;
    this.track =
        new EditTrack(
            0,
            part.most(),
            value -> decode.apply(new FaceSmile(from.strength(), part.in(from.parts(), value))));
  }

  /** The track from one look to another, if a single part was moved; else null. */
  static @Nullable PartTrack between(
      FaceSmile from, FaceSmile to, Function<FaceSmile, ExpressionEdit> decode) {
    return from.strength() == to.strength()
        ? SmilePart.onlyOneOf(from.parts(), to.parts())
            .map(part -> new PartTrack(from, part, decode))
            .orElse(null)
        : null;
  }

  /** Whether a look lies on this track. */
  boolean has(FaceSmile look) {
    SmileParts there = part.in(from.parts(), part.of(look.parts()));
    return look.strength() == from.strength() && look.parts().equals(there);
  }

  /** The blended edit of a look on this track. */
  ExpressionEdit at(FaceSmile look) {
    return track.worked(part.of(look.parts()));
  }
}
