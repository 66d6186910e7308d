package beamish.training.recipe;

import beamish.expression.ModelManifest;
import beamish.expression.StrengthScale;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.WorkClock;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A training of any recipe in a budget of time, going on from its last checkpoint after any stop,
 * and the model that comes of it. On one lane.
 */
public final class RecipeTraining {
  /** The architecture that all recipes publish as. */
  public static final String ARCHITECTURE = "image-1";

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String DIVERGED = "diverged; these are its last good weights";
  private static final double CHECKPOINT_SECONDS = 60;
  private static final int VALIDATED = 16;

  private final RecipeKind kind;
  private final RecipeSettings settings;
  private final FaceSet faces;
  private final FaceSet aside;
  private final Path checkpoint;
  private final long seed;
  private final Recipe recipe;
  private final LossCurve curve = new LossCurve();
  private final BestState best = new BestState();
  private int iteration;
  private double seconds;
  private String ended = "";

  /**
   * A fresh training.
   *
   * @param faces who is learned from
   * @param aside who is only looked at, for the curve and for stopping early; may be nobody
   * @param folder receives a checkpoint once a minute, and the model
   */
  public RecipeTraining(RecipeKind kind, Kit kit, FaceSet faces, FaceSet aside, Path folder) {
    this.kind = kind;
    this.settings = kit.settings();
    this.faces = faces;
    this.aside = aside;
    this.checkpoint = folder.resolve(CHECKPOINT);
    this.seed = kit.seed();
    this.recipe = kind.build(kit);
  }

  /** Whether a folder holds a training that {@link #resume} can go on with. */
  public static boolean isBegun(Path folder) {
    return Files.exists(folder.resolve(CHECKPOINT));
  }

  /**
   * Goes on from the checkpoint, if there is one.
   *
   * @throws Problem if it is damaged, or of another recipe, other settings, chance or people
   */
  public void resume() {
    if (!Files.exists(checkpoint)) {
      return;
    }
    Map<String, String> kept = SafeTensors.metadata(checkpoint);
    whose()
        .forEach(
            (what, own) -> {
              if (!own.equals(kept.get(what))) {
                throw new Problem(
                    checkpoint
                        + ": of other "
                        + what
                        + " ("
                        + kept.getOrDefault(what, "it does not say")
                        + "; asked for "
                        + own
                        + "); ask for the same, or choose another folder");
              }
            });
    Map<String, Tensor> state = SafeTensors.read(checkpoint);
    Tensor clock = state.get("clock");
    if (clock == null || clock.data().length != 3) {
      throw new Problem(checkpoint + ": not a checkpoint of a recipe; choose another folder");
    }
    recipe.nets().forEach(net -> net.restore(state));
    best.restore(state);
    curve.restore(state);
    iteration = (int) clock.data()[0];
    seconds = clock.data()[1];
    if (clock.data()[2] > 0) {
      ended = DIVERGED;
    }
    checkEnd(iteration / stepsPerEpoch());
  }

  /**
   * Trains until the budget or the epochs are spent, patience is over, the loss is no number any
   * more, or the work is cancelled; in any case the last good state lies in the checkpoint.
   *
   * @param minutes the whole budget, earlier runs included
   * @param clock counts it
   */
  public void run(
      double minutes, WorkClock clock, Cancellation cancellation, Consumer<RecipeProgress> listener)
      throws IOException {
    double saved = WorkClock.WALL.seconds();
    double loss = 0;
    double speed = 0;
    double last = clock.seconds();
    while (ended.isEmpty() && seconds < minutes * 60 && !cancellation.isCancelled()) {
      double fraction = Math.min(1, seconds / (minutes * 60));
      double now = step(fraction);
      if (!Double.isFinite(now)) {
        diverged();
        return;
      }
      iteration++;
      double seen = iteration % stepsPerEpoch() == 0 ? validate() : Double.NaN;
      double time = clock.seconds();
      // a processor's clock goes in steps
      double took = Math.max(1e-6, time - last);
      last = time;
      seconds += took;
      loss = loss == 0 ? now : .95 * loss + .05 * now;
      speed = speed == 0 ? settings.batch() / took : .95 * speed + .05 * settings.batch() / took;
      if (iteration % stepsPerEpoch() == 0) {
        int epoch = iteration / stepsPerEpoch();
        curve.add(seconds, loss, seen);
        if (settings.patience() > 0 && !Double.isNaN(seen)) {
          best.offer(seen, epoch, recipe.nets());
        }
        checkEnd(epoch);
      }
      if (WorkClock.WALL.seconds() - saved > CHECKPOINT_SECONDS) {
        save();
        saved = WorkClock.WALL.seconds();
      }
      listener.accept(
          new RecipeProgress(
              iteration, (long) iteration * settings.batch(), seconds, fraction, loss, speed));
    }
    save();
  }

  private double step(double fraction) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + iteration);
    double loss = 0;
    Batch batch =
        faces.draw(settings.batch(), settings.size(), recipe.isConditional(), false, random);
    for (int i = 0; i < settings.steps(); i++) {
      loss += recipe.step(batch, fraction) / settings.steps();
    }
    return loss;
  }

  private int stepsPerEpoch() {
    return Math.max(1, faces.photos() / settings.batch());
  }

  private double validate() {
    if (aside.people().isEmpty()) {
      return Double.NaN;
    }
    // the same photos each time
    SplittableRandom random = new SplittableRandom(seed);
    return recipe.validate(
        aside.draw(VALIDATED, settings.size(), recipe.isConditional(), true, random));
  }

  private void checkEnd(int epoch) {
    if (settings.patience() > 0 && !best.isEmpty() && epoch - best.epoch() >= settings.patience()) {
      ended = "no nearer for " + settings.patience() + " epochs";
    }
    if (settings.epochs() > 0 && epoch >= settings.epochs()) {
      ended = epoch + " epochs are over";
    }
  }

  /** Goes back to the last checkpoint, and stays there. */
  private void diverged() throws IOException {
    if (!Files.exists(checkpoint)) {
      throw new Problem(kind.label() + ": diverged in its first minute; lower the rate");
    }
    Map<String, Tensor> state = SafeTensors.read(checkpoint);
    recipe.nets().forEach(net -> net.restore(state));
    ended = DIVERGED;
    save();
  }

  private void save() throws IOException {
    List<Tensor> all = new ArrayList<>();
    recipe.nets().forEach(net -> all.addAll(net.state()));
    all.addAll(best.state());
    all.addAll(curve.state());
    float diverged = ended.equals(DIVERGED) ? 1 : 0;
    all.add(new Tensor("clock", new int[] {3}, new float[] {iteration, (float) seconds, diverged}));
    Files.createDirectories(checkpoint.toAbsolutePath().getParent());
    SafeTensors.write(checkpoint, all, whose(), SafeTensors.Precision.F32);
  }

  /** What this training is of, all of which must be the same for going on to be going on. */
  private Map<String, String> whose() {
    Map<String, String> whose = new LinkedHashMap<>();
    whose.put("recipe", kind.label());
    whose.put("settings", settings.line());
    whose.put("seed", Long.toString(seed));
    whose.put("people", names(faces) + (aside.people().isEmpty() ? "" : ", aside " + names(aside)));
    return whose;
  }

  /** How many, and a checksum of their names. */
  private static String names(FaceSet set) {
    List<String> names = set.people().stream().map(FaceSet.Person::name).toList();
    return names.size() + " (" + Integer.toHexString(names.hashCode()) + ")";
  }

  /**
   * Writes the model: the best weights where somebody was kept aside to tell and patience was asked
   * for, else the last.
   *
   * @param folder its name becomes the model's id
   */
  public void publish(Path folder, String title, String licence, List<String> data)
      throws IOException {
    best.restoreInto(recipe.nets());
    List<Tensor> weights = new ArrayList<>();
    Map<String, String> networks = new LinkedHashMap<>();
    for (Net net : recipe.published()) {
      weights.addAll(net.weights());
      networks.put(net.name(), net.figure().toString());
    }
    if (!recipe.isConditional()) {
      weights.addAll(SmileDirection.of(recipe.published().get(0), faces, settings.size()));
    }
    Publication.publish(
        folder,
        title,
        ARCHITECTURE,
        settings.size(),
        StrengthScale.PLAIN,
        licence,
        data,
        how(),
        weights,
        new ModelManifest.Recipe(networks, faces.expressions()));
  }

  private Map<String, String> how() {
    Map<String, String> how = new LinkedHashMap<>();
    how.put("recipe", kind.label());
    how.put("settings", settings.line());
    how.put("people", Integer.toString(faces.people().size()));
    how.put("seconds", Long.toString(Math.round(seconds)));
    how.put("photos", Long.toString((long) iteration * settings.batch()));
    how.put("seed", Long.toString(seed));
    if (!ended.isEmpty()) {
      how.put("ended", ended);
    }
    return how;
  }

  /** Why it ended before its time; empty if it did not. */
  public String ended() {
    return ended;
  }

  /** Steps done so far, over all runs. */
  public int iteration() {
    return iteration;
  }

  /** Seconds trained so far, over all runs. */
  public double seconds() {
    return seconds;
  }

  /** Losses over time, over all runs. */
  public LossCurve curve() {
    return curve;
  }

  /** The recipe at work. */
  public Recipe recipe() {
    return recipe;
  }
}
