package beamish.training;

/**
 * How a training goes about it.
 *
 * @param peakRate the greatest learning rate
 * @param warmUp steps until it is reached
 * @param morphs whether people who do not exist are added, see {@link Morphs}
 * @param balanced whether rare skin tones are seen more often, see {@link ToneBalance}
 * @param criticWeight how much the critic's opinion on mouths counts in the training's later part;
 *     0 leaves it out
 * @param personal whether strength 1 is to be these people's own smile, instead of the same clear
 *     smile on everybody
 * @param rehearsal which part of the samples shows other people as the model that the training
 *     starts from edits them, 0 … 1
 * @param validateEvery steps between two looks at the validation
 * @param patience looks without a better one after which the training ends by itself
 */
public record Recipe(
    double peakRate,
    int warmUp,
    boolean morphs,
    boolean balanced,
    float criticWeight,
    boolean personal,
    double rehearsal,
    int validateEvery,
    int patience) {
  /** From nothing, or on from there, for people never seen. */
  public static final Recipe GENERAL = new Recipe(1e-3, 200, true, true, .008f, false, 0, 100, 60);

  /** From a model that is there, for the faces in the photos. */
  public static final Recipe PERSONAL = new Recipe(4e-4, 20, false, false, 0, true, .4, 20, 20);

  /** The same for the faces in few photos: their own smile is strength 1. */
  public Recipe forFew() {
    return new Recipe(
        peakRate,
        warmUp,
        false,
        balanced,
        criticWeight,
        true,
        rehearsal,
        PERSONAL.validateEvery,
        patience);
  }

  /** The same with another patience. */
  public Recipe withPatience(int looks) {
    return new Recipe(
        peakRate,
        warmUp,
        morphs,
        balanced,
        criticWeight,
        personal,
        rehearsal,
        validateEvery,
        looks);
  }
}
