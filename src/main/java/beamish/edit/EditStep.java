package beamish.edit;

import beamish.expression.SmileParts;
import beamish.face.Landmarks;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a history: what one drag, one run of keys or one command changed.
 *
 * @param kind what was done
 * @param strengths each face that it changed to the strength it has from then on, 0 included
 * @param parts each face whose smile's parts it changed to those, neutral ones included
 * @param places each face that it put elsewhere to where it is from then on; empty for one that is
 *     where it was found again, or gone if it was not found
 */
public record EditStep(
    Kind kind,
    Map<Integer, Double> strengths,
    Map<Integer, SmileParts> parts,
    Map<Integer, Optional<Landmarks>> places) {

  /** What a step was, for people; what it does is in its strengths, parts and places. */
  public enum Kind {
    /** One face was set. */
    FACE,
    /** All faces were set to one strength. */
    ALL_FACES,
    /** Parts of the chosen faces' smiles were shown differently. */
    PARTS,
    /** The chosen faces were given a smile that was there to be chosen. */
    PRESET,
    /** All faces were put back to how they were photographed. */
    RESET_ALL,
    /** A face was added. */
    ADD_FACE,
    /** A face's eyes or mouth were moved. */
    MOVE_POINTS,
    /** A face that had been added was taken away. */
    REMOVE_FACE
  }

  /** Copies the maps. */
  public EditStep {
    if (strengths.isEmpty() && parts.isEmpty() && places.isEmpty()) {
      throw new IllegalArgumentException("a step that changes nothing");
    }
    strengths = Map.copyOf(strengths);
    parts = Map.copyOf(parts);
    places = Map.copyOf(places);
  }

  /** A step that changes strengths alone. */
  public EditStep(Kind kind, Map<Integer, Double> strengths) {
    this(kind, strengths, Map.of(), Map.of());
  }
}
