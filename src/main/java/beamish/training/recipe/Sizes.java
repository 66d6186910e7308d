package beamish.training.recipe;

import beamish.expression.Figure;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills the sizes into a figure's text: {@code {edge}}, {@code {edge/16}} and so on, {@code
 * {latent}}, {@code {classes}}, and channel counts as {@code {c32}}, which are multiplied by the
 * settings' width.
 */
final class Sizes {
  private static final int[] CHANNELS = {16, 24, 32, 48, 64, 96, 128, 192, 256};

  private Sizes() {}

  static Figure figure(String text, RecipeSettings settings, int classes) {
    Map<String, Integer> sizes = new HashMap<>();
    sizes.put("edge", settings.size());
    for (int part = 2; part <= 32; part *= 2) {
      sizes.put("edge/" + part, settings.size() / part);
    }
    for (int c : CHANNELS) {
      sizes.put("c" + c, settings.wide(c));
    }
    sizes.put("latent", settings.latent());
    sizes.put("classes", classes);
    return Figure.fill(text, sizes);
  }
}
