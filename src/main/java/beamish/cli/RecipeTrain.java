package beamish.cli;

import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.job.WorkClock;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import beamish.training.recipe.FaceSet;
import beamish.training.recipe.RecipeData;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.RecipeProgress;
import beamish.training.recipe.RecipeSettings;
import beamish.training.recipe.RecipeTraining;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code beamish train --recipe NAME} for the recipes of the literature. On the model lane. */
final class RecipeTrain {
  private static final double REPORT_SECONDS = 10;
  private final Studio studio;
  private final RecipeOptions options;
  private final PrintWriter out;

  RecipeTrain(Studio studio, RecipeOptions options, PrintWriter out) {
    this.studio = studio;
    this.options = options;
    this.out = out;
  }

  /**
   * What to train.
   *
   * @param recipe its name
   * @param neutral null where {@code expressions} is given
   * @param smiling likewise
   * @param expressions a folder of folders named by expression
   * @param heldOut names of people to leave out
   */
  record Order(
      String recipe,
      @Nullable Path neutral,
      @Nullable Path smiling,
      @Nullable Path expressions,
      Set<String> heldOut,
      double minutes,
      long seed,
      Path out,
      @Nullable String title,
      String licence,
      List<String> data,
      boolean resume) {}

  int run(Order order, Cancellation cancellation) {
    RecipeKind kind = RecipeKind.of(order.recipe());
    RecipeSettings settings = options.of(kind);
    RecipeData data = read(order, settings.patience() > 0, cancellation);
    FaceSet faces = data.learned();
    RecipeTraining training =
        new RecipeTraining(
            kind,
            options.kit(settings, faces.expressions().size(), order.seed()),
            faces,
            data.aside(),
            order.out());
    if (order.resume()) {
      training.resume();
    }
    say(
        String.format(
            Locale.ROOT,
            "%s: %d people, %s, %s minutes in all",
            kind.label(),
            faces.people().size(),
            String.join(", ", faces.expressions()),
            order.minutes()));
    try {
      training.run(order.minutes(), WorkClock.WALL, cancellation, reporter(this::say));
      if (cancellation.isCancelled()) {
        say("stopped; go on with --resume");
        return ExitCode.CANCELLED;
      }
      if (!training.ended().isEmpty()) {
        say("ended before its time: " + training.ended());
      }
      String id = order.out().toAbsolutePath().normalize().getFileName().toString();
      training.publish(
          order.out(),
          order.title() == null ? id + ", " + kind.what() : order.title(),
          order.licence(),
          order.data().isEmpty() ? List.of(faces.photos() + " photos") : order.data());
      say("model " + id + " is ready in " + order.out());
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Problem(
          order.out() + ": cannot be written (" + e.getMessage() + "); free space there", e);
    }
  }

  private RecipeData read(Order order, boolean keepAside, Cancellation cancellation) {
    List<String> leftOut = new ArrayList<>();
    try (FaceFinder finder = studio.finders().get()) {
      PairSet set = new PairSet(p -> studio.reader().read(p).pixels(), finder);
      RecipeData data;
      if (order.expressions() != null) {
        data =
            RecipeData.of(
                RecipeData.read(
                    order.expressions(),
                    order.heldOut(),
                    set,
                    leftOut,
                    cancellation,
                    Progress.NONE),
                keepAside);
      } else if (order.neutral() != null && order.smiling() != null) {
        List<PairSet.PhotoPair> files =
            PairSet.byName(order.neutral(), order.smiling()).stream()
                .filter(p -> !order.heldOut().contains(p.name()))
                .toList();
        List<TrainingPair> pairs = set.load(files, leftOut, cancellation, Progress.NONE);
        if (pairs.isEmpty()) {
          throw new Problem(
              order.neutral() + ": no pair with a face in both photos; choose other photos");
        }
        data = RecipeData.ofPairs(pairs, keepAside);
      } else {
        throw new IllegalArgumentException("no photos");
      }
      leftOut.forEach(reason -> say("left out " + reason));
      return data;
    }
  }

  /** A line every ten seconds. */
  static Consumer<RecipeProgress> reporter(Consumer<String> say) {
    double[] last = {Double.NEGATIVE_INFINITY};
    return p -> {
      if (p.seconds() - last[0] >= REPORT_SECONDS) {
        last[0] = p.seconds();
        say.accept(
            String.format(
                Locale.ROOT,
                "%3.0f %%  step %d  photos %d  loss %.4f  %.1f photos/s",
                100 * p.fraction(),
                p.iteration(),
                p.photos(),
                p.loss(),
                p.photosPerSecond()));
      }
    };
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
