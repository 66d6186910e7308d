package beamish.edit;

import java.util.Map;

/**
 * One step of a history: what one drag, one key or one command changed.
 *
 * @param kind what was done
 * @param strengths each face that it changed to the strength it has from then on, 0 included
 */
public record EditStep(Kind kind, Map<Integer, Double> strengths) {

  /** What a step was, for people; what it does is in its strengths. */
  public enum Kind {
    /** One face was set. */
    FACE,
    /** All faces were set to one strength. */
    ALL_FACES,
    /** All faces were put back to how they were photographed. */
    RESET_ALL
  }

  /** Copies the map. */
  public EditStep {
    if (strengths.isEmpty()) {
      throw new IllegalArgumentException("a step that changes nothing");
    }
    strengths = Map.copyOf(strengths);
  }
}
