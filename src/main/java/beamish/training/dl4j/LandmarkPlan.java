package beamish.training.dl4j;

import java.nio.file.Path;

/**
 * What a landmark network learns from, how long, and where it goes.
 *
 * @param neutral photos with a {@code .tem} template of the same name beside each
 * @param smiling photos of the same names; the points are followed from the neutral ones
 * @param validation names that are never trained on, see {@link beamish.training.HeldOut}
 * @param out the landmark model's folder; its files are replaced whole
 * @param resume whether to go on from the weights in {@code out}, instead of random ones
 * @param minutes of learning
 * @param seed of random weights and views
 */
public record LandmarkPlan(
    Path neutral,
    Path smiling,
    Path validation,
    Path out,
    boolean resume,
    double minutes,
    long seed) {}
