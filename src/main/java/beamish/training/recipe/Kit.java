package beamish.training.recipe;

/**
 * What recipes are built of.
 *
 * @param classes how many expressions there are
 * @param seed where chance starts
 * @param maker makes networks of figures
 * @param features the fixed network whose features a perceptual loss compares
 */
public record Kit(
    RecipeSettings settings, int classes, long seed, Net.Maker maker, Features.Maker features) {

  /** A network of a figure with sizes to fill in. */
  Net net(String name, String text) {
    return maker.make(
        name, Sizes.figure(text, settings, classes), settings, seed * 31 + name.hashCode());
  }
}
