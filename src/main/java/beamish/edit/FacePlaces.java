package beamish.edit;

import beamish.face.Landmarks;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a hand has put faces: found ones whose eyes or mouth the finder did not see quite right,
 * and others that it did not see at all.
 *
 * @param landmarks face (its number in {@link OpenPhoto}) to where it is, in pixels of the upright
 *     photo; faces that are absent are where they were found, if they were
 */
public record FacePlaces(Map<Integer, Landmarks> landmarks) {

  /** All faces as they were found. */
  public static final FacePlaces NONE = new FacePlaces(Map.of());

  /** Copies the map. */
  public FacePlaces {
    landmarks = Map.copyOf(landmarks);
  }

  /** Where a face was put; null where it was not. */
  public @Nullable Landmarks of(int face) {
    return landmarks.get(face);
  }

  /** The same, with one face put somewhere. */
  public FacePlaces with(int face, Landmarks there) {
    Map<Integer, Landmarks> next = new TreeMap<>(landmarks);
    next.put(face, there);
    return new FacePlaces(next);
  }

  /** The same, with one face where it was found, or gone if it was not found. */
  public FacePlaces without(int face) {
    Map<Integer, Landmarks> next = new TreeMap<>(landmarks);
    next.remove(face);
    return new FacePlaces(next);
  }
}
