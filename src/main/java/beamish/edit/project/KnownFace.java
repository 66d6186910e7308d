package beamish.edit.project;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.image.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Where a face was when its strength was set, so that it is found again though another finder
 * places it a little differently or counts the faces in another order.
 *
 * @param box in pixels of the upright photo
 * @param landmarks likewise
 */
public record KnownFace(Box box, Landmarks landmarks) {

  /** How far landmarks may have moved on average, in eye distances: two faces are further apart. */
  private static final double NEAR = .4;

  /** What is kept of a face that was found. */
  public static KnownFace of(DetectedFace face) {
    return new KnownFace(face.box(), face.landmarks());
  }

  /**
   * How the faces of an edit are counted now.
   *
   * @param known those that were found then
   * @param history in which faces that were added come after {@code known}
   * @return from a face's number then to that now, −1 where it was not found again
   */
  static IntUnaryOperator numbering(
      List<KnownFace> known, EditHistory history, List<DetectedFace> found) {
    List<KnownFace> all = new ArrayList<>(known);
    for (EditStep step : history.steps()) {
      new TreeMap<>(step.places())
          .forEach(
              (face, there) -> {
                if (face == all.size()) {
                  all.add(of(DetectedFace.byHand(there.orElseThrow())));
                }
              });
    }
    int[] numbers = match(all, found);
    int next = found.size();
    for (int face = known.size(); face < numbers.length; face++) {
      if (numbers[face] < 0) {
        numbers[face] = next++;
      }
    }
    return face -> face < numbers.length ? numbers[face] : -1;
  }

  /**
   * Finds faces again, the surest first, none twice.
   *
   * @return for each of {@code known} its index in {@code found}, −1 where it is not there
   */
  static int[] match(List<KnownFace> known, List<DetectedFace> found) {
    int[] matches = new int[known.size()];
    Arrays.fill(matches, -1);
    boolean[] taken = new boolean[found.size()];
    while (true) {
      double nearest = NEAR;
      int face = -1;
      int place = -1;
      for (int k = 0; k < matches.length; k++) {
        for (int f = 0; f < taken.length; f++) {
          double distance = known.get(k).distance(found.get(f).landmarks());
          if (matches[k] < 0 && !taken[f] && distance < nearest) {
            nearest = distance;
            face = k;
            place = f;
          }
        }
      }
      if (face < 0) {
        return matches;
      }
      matches[face] = place;
      taken[place] = true;
    }
  }

  private double distance(Landmarks there) {
    double sum =
        landmarks.leftEye().distanceTo(there.leftEye())
            + landmarks.rightEye().distanceTo(there.rightEye())
            + landmarks.leftMouth().distanceTo(there.leftMouth())
            + landmarks.rightMouth().distanceTo(there.rightMouth());
    return sum / 4 / landmarks.eyeDistance();
  }
}
