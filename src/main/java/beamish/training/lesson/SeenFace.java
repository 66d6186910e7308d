package beamish.training.lesson;

import beamish.face.Landmarks;
import java.util.List;

/**
 * What is remembered of a face once its photo is closed again.
 *
 * @param landmarks in pixels of the upright photo
 * @param yawDegrees as {@link beamish.face.DetectedFace#yawDegrees}
 * @param smile how much it smiles, in no unit: only differences between two photos of one person
 *     mean something
 * @param sharpness 0 … 1 and more, see {@link FaceSight#sharpness}
 * @param likeness vector of length one, see {@link beamish.face.Likeness}; empty where nobody asked
 * @param light mean brightness and how it falls off to the right and downwards, each 0 … 1
 */
public record SeenFace(
    Landmarks landmarks,
    double yawDegrees,
    double smile,
    double sharpness,
    List<Float> likeness,
    List<Double> light) {}
