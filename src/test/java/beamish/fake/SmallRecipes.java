package beamish.fake;

import beamish.job.Cancellation;
import beamish.job.WorkClock;
import beamish.training.recipe.Kit;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.RecipeTraining;
import beamish.training.recipe.dl4j.GraphNet;
import beamish.training.recipe.dl4j.LikenessFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Recipes of the literature, small enough to train for a few steps in a test. */
public final class SmallRecipes {
  private SmallRecipes() {}

  /** What a recipe is built of: 32 pixels a side, a quarter of its width. */
  public static Kit kit(RecipeKind kind, long seed, int classes) {
    return kit(kind, seed, classes, Map.of());
  }

  /** The same with other settings changed as well. */
  public static Kit kit(RecipeKind kind, long seed, int classes, Map<String, String> changes) {
    return new Kit(
        kind.settings()
            .with(Map.of("size", "32", "width", ".25", "latent", "16", "batch", "4"))
            .with(changes),
        classes,
        seed,
        GraphNet::new,
        () -> new LikenessFeatures(Path.of("models/likeness-1")));
  }

  /** Trains to exactly so many steps. */
  public static void train(RecipeTraining training, int steps) throws IOException {
    Cancellation stop = new Cancellation();
    training.run(
        1000,
        WorkClock.WALL,
        stop,
        p -> {
          if (p.iteration() >= steps) {
            stop.cancel();
          }
        });
  }
}
