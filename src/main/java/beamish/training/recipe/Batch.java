package beamish.training.recipe;

import java.util.random.RandomGenerator;

/**
 * Photos to learn from, all of one size.
 *
 * @param n how many
 * @param edge their edge, pixels
 * @param expressions how many there are to choose from
 * @param photos {@code [n][3][edge][edge]} RGB in [0, 1]
 * @param shows {@code [n][expressions]}, one 1 in each row: the photos' expressions
 * @param wanted the same people in the same view with another expression, or the same one
 * @param wantedShows their expressions
 * @param random for whatever else is drawn in a step
 */
public record Batch(
    int n,
    int edge,
    int expressions,
    float[] photos,
    float[] shows,
    float[] wanted,
    float[] wantedShows,
    RandomGenerator random) {}
