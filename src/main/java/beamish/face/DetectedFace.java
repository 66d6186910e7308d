package beamish.face;

import beamish.image.Box;

/**
 * A face found in a photo, in pixels of the upright photo.
 *
 * @param box from brows to chin, ear to ear, roughly; upright even where the face is rolled
 * @param landmarks pupils and mouth corners
 * @param score the detector's confidence, higher is surer; comparable within one photo only
 */
public record DetectedFace(Box box, Landmarks landmarks, double score) {}
