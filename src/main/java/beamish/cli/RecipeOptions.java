package beamish.cli;

import beamish.training.recipe.Features;
import beamish.training.recipe.Kit;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.RecipeSettings;
import beamish.training.recipe.dl4j.GraphNet;
import beamish.training.recipe.dl4j.LikenessFeatures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a recipe on the command line. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RecipeOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE.json",
      description = "A recipe's settings, for example {\"latent\": 100, \"loss\": \"l1\"}.")
  private @Nullable Path settings;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "One setting of a recipe, over those of the file; can be repeated.")
  private Map<String, String> changes = new LinkedHashMap<>();

  @Option(
      names = "--eyes",
      paramLabel = "DIR",
      defaultValue = "${sys:beamish.home:-.}/models/likeness-1",
      description =
          "The likeness model in whose features a recipe compares; ${DEFAULT-VALUE} without it.")
  private Path eyes;

  /** The settings of a recipe, with what was asked for. */
  RecipeSettings of(RecipeKind kind) {
    RecipeSettings own = kind.settings();
    return (settings == null ? own : own.with(settings)).with(changes);
  }

  /** What a recipe of these settings is built of. */
  Kit kit(RecipeSettings chosen, int classes, long seed) {
    return new Kit(chosen, classes, seed, GraphNet::new, features());
  }

  /** Single settings that were asked for. */
  Map<String, String> changes() {
    return changes;
  }

  /** Where the likeness model lies. */
  Path eyes() {
    return eyes;
  }

  private Features.Maker features() {
    return () -> new LikenessFeatures(eyes);
  }
}
