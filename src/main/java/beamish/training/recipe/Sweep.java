package beamish.training.recipe;

import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.WorkClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One recipe with every combination of some settings, each trained for the same time in a folder of
 * its own. The same sweep again goes on where it stood.
 *
 * @param kind the recipe
 * @param grid values of settings to try, by name
 * @param kits gives what its networks are built of, of a combination's changes
 * @param out a folder a combination
 * @param minutes the whole time by {@link WorkClock#processor}, shared alike
 */
public record Sweep(
    RecipeKind kind,
    Map<String, List<String>> grid,
    Function<Map<String, String>, Kit> kits,
    Path out,
    double minutes) {

  /**
   * What a combination came to.
   *
   * @param changes the settings that were tried
   * @param curve losses over time
   * @param photosPerSecond seen in training
   * @param ended why it ended before its time, or failed; empty if it did not
   */
  public record Tried(
      Map<String, String> changes, LossCurve curve, double photosPerSecond, String ended) {

    /** Whether it could be trained at all. */
    public boolean isTrained() {
      return !Double.isNaN(photosPerSecond);
    }

    /** The least loss of those kept aside; infinite if it was never measured. */
    public double best() {
      return curve.points().stream()
          .mapToDouble(LossCurve.Point::aside)
          .filter(Double::isFinite)
          .min()
          .orElse(Double.POSITIVE_INFINITY);
    }

    /** Its changes in a line. */
    public String name() {
      return String.join(
          " ", changes.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }
  }

  /** Every combination of the grid's values. */
  List<Map<String, String>> combinations() {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    grid.forEach(
        (name, values) -> {
          List<Map<String, String>> more = new ArrayList<>();
          for (Map<String, String> combination : all) {
            for (String value : values) {
              Map<String, String> longer = new LinkedHashMap<>(combination);
              longer.put(name, value);
              more.add(longer);
            }
          }
          all.clear();
          all.addAll(more);
        });
    return all;
  }

  /**
   * Tries all.
   *
   * @param data reads people to learn from and others kept aside, by whom the combinations are
   *     compared; asked once, when all combinations are known to make sense
   * @throws CancellationException if asked to stop; what was done lies in the folders
   * @throws Problem if a combination makes no sense, before any is tried
   */
  public List<Tried> run(
      Supplier<RecipeData> data, Cancellation cancellation, Consumer<String> say) {
    List<Map<String, String>> combinations = combinations();
    List<Kit> settings = combinations.stream().map(kits).toList();
    RecipeData read = data.get();
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      cancellation.check();
      Tried one = tryOne(combinations.get(i), settings.get(i), read, cancellation);
      tried.add(one);
      say.accept(
          (i + 1) + " of " + combinations.size() + ": " + one.name() + "  " + SweepPage.loss(one));
    }
    return tried;
  }

  private Tried tryOne(
      Map<String, String> changes, Kit kit, RecipeData data, Cancellation cancellation) {
    Path folder = out.resolve(folderName(changes));
    try {
      Files.createDirectories(folder);
      RecipeTraining training = new RecipeTraining(kind, kit, data.learned(), data.aside(), folder);
      training.resume();
      training.run(minutes / combinations().size(), WorkClock.processor(), cancellation, p -> {});
      cancellation.check();
      double seen = (double) training.iteration() * kit.settings().batch();
      return new Tried(
          changes, training.curve(), seen / Math.max(1e-9, training.seconds()), training.ended());
    } catch (Problem failed) {
      // the others are worth trying
      return new Tried(changes, new LossCurve(), Double.NaN, String.valueOf(failed.getMessage()));
    } catch (IOException e) {
      throw new Problem(
          folder + ": cannot be written (" + e.getMessage() + "); free space there", e);
    }
  }

  private static String folderName(Map<String, String> changes) {
    String name =
        String.join(
            "_", changes.entrySet().stream().map(e -> e.getKey() + "-" + e.getValue()).toList());
    return name.isEmpty() ? "plain" : name.replaceAll("[^A-Za-z0-9._-]", "");
  }
}
