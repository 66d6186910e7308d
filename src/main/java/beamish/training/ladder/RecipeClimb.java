package beamish.training.ladder;

import beamish.expression.ModelStore;
import beamish.job.Cancellation;
import beamish.job.WorkClock;
import beamish.training.TrainingPair;
import beamish.training.ladder.Rung.Opener;
import beamish.training.ladder.Rung.Trained;
import beamish.training.recipe.Kit;
import beamish.training.recipe.Net;
import beamish.training.recipe.RecipeData;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.RecipeProgress;
import beamish.training.recipe.RecipeTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trains a recipe as a rung.
 *
 * @param pairs of the training people
 * @param kits gives what its networks are built of, by recipe
 * @param data attributions, for the model's manifest
 */
public record RecipeClimb(
    RecipeKind kind,
    List<TrainingPair> pairs,
    Function<RecipeKind, Kit> kits,
    ModelStore store,
    List<String> data)
    implements Rung.Climb {
  private static final double REPORT_SECONDS = 60;

  /** The recipe as a rung. */
  public Rung rung() {
    return new Rung(kind.label(), kind.what(), kind.fault(), this);
  }

  @Override
  public Trained train(Path folder, double minutes, Cancellation cancellation, Consumer<String> say)
      throws IOException {
    Kit kit = kits.apply(kind);
    RecipeData split = RecipeData.ofPairs(pairs, kit.settings().patience() > 0);
    RecipeTraining training = new RecipeTraining(kind, kit, split.learned(), split.aside(), folder);
    training.resume();
    training.run(minutes, WorkClock.processor(), cancellation, reporter(say));
    cancellation.check();
    training.publish(folder, kind.label() + ", " + kind.what(), "Apache-2.0", data);
    return new Trained(
        training.recipe().published().stream().mapToLong(Net::parameters).sum(),
        training.seconds(),
        (long) training.iteration() * kit.settings().batch(),
        training.recipe().repairs(),
        note(split, training),
        Opener.of(store, kind.label(), folder.toString()));
  }

  private static String note(RecipeData split, RecipeTraining training) {
    int aside = split.aside().people().size();
    return Stream.of(aside == 0 ? "" : aside + " people kept aside", training.ended())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private Consumer<RecipeProgress> reporter(Consumer<String> say) {
    double[] last = {Double.NEGATIVE_INFINITY};
    return p -> {
      if (p.seconds() - last[0] >= REPORT_SECONDS) {
        last[0] = p.seconds();
        say.accept(
            String.format(
                Locale.ROOT,
                "%s: %3.0f %%  step %d  loss %.4f  %.1f photos/s",
                kind.label(),
                100 * p.fraction(),
                p.iteration(),
                p.loss(),
                p.photosPerSecond()));
      }
    };
  }
}
