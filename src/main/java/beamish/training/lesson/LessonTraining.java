package beamish.training.lesson;

import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.WorkClock;
import beamish.tensor.Tensor;
import beamish.training.Morphs;
import beamish.training.PairSet;
import beamish.training.PairSet.PhotoPair;
import beamish.training.Publication;
import beamish.training.TrainingPair;
import beamish.training.TrainingSet;
import beamish.training.TrainingSet.Rebuilt;
import beamish.training.TrainingSet.Rehearsed;
import beamish.training.dl4j.FoldedSteps;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From photos to a published model: reads and aligns the pairs, trains, keeps the best weights, and
 * makes the training's folder a model. The window and the command line both use it.
 */
public final class LessonTraining {
  /** A checkpoint and its successor, and a model. */
  private static final long ROOM = 150L << 20;

  /** Less than the minute that may be lost, as a step or a look may come in between. */
  private static final double SAVE_EVERY_SECONDS = 45;

  /**
   * Making a model looks at the pairs again, for teeth: so much of the time it took to read them;
   * and where strength 1 is calibrated, more than once.
   */
  private static final double LOOKED_AT_FOR_TEETH = .8;

  private static final double CALIBRATED = 2;

  private final Function<Path, PixelImage> reader;
  private final Supplier<FaceFinder> finders;
  private final ModelStore models;
  private final List<Path> others;
  private final double saveEvery;
  private final WorkClock clock;

  /**
   * A trainer of models.
   *
   * @param reader gives a photo's upright pixels
   * @param finders opens a face finder, on the training's lane
   * @param models where a training finds the model to start from
   * @param others photos of faces that a personal training rehearses, so that it does not forget
   *     how others smile; missing ones are passed over
   */
  public LessonTraining(
      Function<Path, PixelImage> reader,
      Supplier<FaceFinder> finders,
      ModelStore models,
      List<Path> others) {
    this(reader, finders, models, others, WorkClock.WALL);
  }

  /**
   * The same with budgets counted in other seconds.
   *
   * @param clock counts them
   */
  public LessonTraining(
      Function<Path, PixelImage> reader,
      Supplier<FaceFinder> finders,
      ModelStore models,
      List<Path> others,
      WorkClock clock) {
    this(reader, finders, models, others, clock, SAVE_EVERY_SECONDS);
  }

  LessonTraining(
      Function<Path, PixelImage> reader,
      Supplier<FaceFinder> finders,
      ModelStore models,
      List<Path> others,
      WorkClock clock,
      double saveEvery) {
    this.clock = clock;
    this.saveEvery = saveEvery;
    this.reader = reader;
    this.finders = finders;
    this.models = models;
    this.others = others.stream().filter(Files::isRegularFile).toList();
  }

  /** Whether a training in this folder was begun. */
  public static boolean isBegun(Path folder) {
    return Files.exists(folder.resolve(Checkpoint.FILE));
  }

  /**
   * Seconds trained in this folder so far; 0 where none was begun.
   *
   * @throws Problem if the checkpoint is damaged
   */
  public static double secondsDone(Path folder) {
    return isBegun(folder) ? Checkpoint.seconds(folder) : 0;
  }

  /** Whether there is a trained model in this folder. */
  public static boolean isDone(Path folder) {
    return !ModelStore.weightsFile(folder).isEmpty();
  }

  /**
   * Forgets what was trained in this folder, model and all; photos stay where they are.
   *
   * @throws Problem if something cannot be deleted
   */
  public static void forget(Path folder) {
    String weights = ModelStore.weightsFile(folder);
    try {
      for (String name :
          List.of(
              ModelStore.MANIFEST,
              weights,
              Checkpoint.FILE,
              Checkpoint.FILE + ".part",
              LessonSplit.FILE)) {
        if (!name.isEmpty()) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new Problem(folder + ": cannot be deleted; delete it by hand", e);
    }
  }

  /**
   * Trains, on the caller's thread and on networks of its own, until the budget is spent, the
   * validation levels out, or {@code control} or {@code cancellation} asks for an end. The model is
   * then in the folder; not if cancelled, when all but the checkpoint is as it was.
   *
   * @param listener is told on the caller's thread
   * @throws Problem if photos, model or folder will not do, or the disk is full; the last
   *     checkpoint and any earlier model in the folder are then whole
   */
  public Ending run(
      TrainingOrder order,
      TrainingControl control,
      Cancellation cancellation,
      Consumer<TrainingEvent> listener) {
    try (FaceFinder finder = finders.get()) {
      Daylight daylight = new Daylight(reader, finder, cancellation);
      PairSet set = new PairSet(daylight, finder);
      LessonSplit split = prepareFolder(order);
      List<String> leftOut = new ArrayList<>();
      List<LessonPair> used = new ArrayList<>();
      long begun = System.nanoTime();
      List<TrainingPair> pairs = load(split.training(), set, used, leftOut, cancellation, listener);
      double reading = (System.nanoTime() - begun) * 1e-9;
      if (pairs.isEmpty()) {
        throw new Problem(
            split.training().get(0).neutral()
                + " and the others: no pair with a face in both photos; choose other photos");
      }
      List<TrainingPair> heldOut =
          load(split.validation(), set, new ArrayList<>(), leftOut, cancellation, listener);
      List<TrainingPair> morphs = order.recipe().morphs() ? Morphs.of(pairs) : List.of();
      Taught taught = taught(order, split, finder, daylight, leftOut, cancellation);
      TrainingRun run =
          new TrainingRun(set(order, pairs, used, morphs, taught), order.recipe(), order.seed());
      Map<String, Tensor> start =
          order.from() == null ? Map.of() : startWeights(order, order.from());
      if (!start.isEmpty()) {
        run.start(start);
      }
      Checkpoint from = order.resume() ? Checkpoint.read(order.folder(), run) : Checkpoint.NONE;
      listener.accept(
          new TrainingEvent.Prepared(
              pairs.size(),
              morphs.size(),
              taught.rehearsed().size(),
              taught.rebuilt().size(),
              heldOut.stream().map(TrainingPair::name).toList(),
              leftOut,
              from.marks()));
      ValidationViews views =
          new ValidationViews(
              heldOut.isEmpty() ? pairs : heldOut,
              heldOut.isEmpty(),
              order.recipe().personal(),
              order.seed());
      try (BeamishModel judge = model(run.weights(), StrengthScale.PLAIN)) {
        TrainingLoop loop =
            new TrainingLoop(
                run,
                order.recipe(),
                order.folder(),
                from,
                saveEvery,
                reading * (order.recipe().personal() ? LOOKED_AT_FOR_TEETH : CALIBRATED),
                clock,
                views,
                weights -> {
                  judge.fill(byName(weights));
                  return judge;
                },
                listener);
        Ending ending = loop.run(order.budget(), control, cancellation);
        if (ending != Ending.CANCELLED) {
          List<Tensor> weights =
              order.recipe().personal() ? WeightBlend.of(loop.best(), start) : loop.best();
          judge.fill(byName(weights));
          new LessonPublication(order, models, finder, set)
              .publish(
                  judge,
                  weights,
                  new LessonPublication.Learned(
                      split.training(), used, pairs, morphs.size(), run.crops(), loop.seconds()),
                  cancellation);
        }
        return ending;
      }
    }
  }

  private static LessonSplit prepareFolder(TrainingOrder order) {
    Path folder = order.folder();
    if (!order.resume() && isBegun(folder)) {
      throw new Problem(folder + ": holds a training already; go on with it, or choose another");
    }
    try {
      Files.createDirectories(folder);
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < ROOM) {
        throw new Problem(
            folder
                + ": only "
                + (room >> 20)
                + " MB are free, and a training needs "
                + (ROOM >> 20)
                + "; free space there");
      }
      LessonSplit split = order.resume() ? order.split().asIn(folder) : order.split();
      if (split.training().isEmpty()) {
        throw new Problem(folder + ": every pair is kept out of the training; keep fewer out");
      }
      split.write(folder);
      return split;
    } catch (IOException e) {
      throw Checkpoint.full(folder, e);
    }
  }

  private List<TrainingPair> load(
      List<LessonPair> pairs,
      PairSet set,
      List<LessonPair> used,
      List<String> leftOut,
      Cancellation cancellation,
      Consumer<TrainingEvent> listener) {
    List<TrainingPair> loaded = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      LessonPair pair = pairs.get(i);
      listener.accept(new TrainingEvent.Reading((double) i / pairs.size(), photo(pair).name()));
      List<TrainingPair> one =
          set.load(List.of(photo(pair)), leftOut, cancellation, (fraction, what) -> {});
      if (!one.isEmpty()) {
        used.add(pair);
        loaded.addAll(one);
      }
    }
    return loaded;
  }

  /** A pair as the aligner takes it, named after its calm photo. */
  static PhotoPair photo(LessonPair pair) {
    String name = String.valueOf(pair.neutral().getFileName());
    int dot = name.lastIndexOf('.');
    return new PhotoPair(dot > 0 ? name.substring(0, dot) : name, pair.neutral(), pair.smiling());
  }

  private static TrainingSet set(
      TrainingOrder order,
      List<TrainingPair> pairs,
      List<LessonPair> used,
      List<TrainingPair> morphs,
      Taught taught) {
    List<TrainingPair> all = new ArrayList<>(pairs);
    all.addAll(morphs);
    int[] groups = new int[all.size()];
    if (order.recipe().personal()) {
      List<String> names = used.stream().map(LessonPair::group).distinct().toList();
      for (int i = 0; i < used.size(); i++) {
        groups[i] = names.indexOf(used.get(i).group());
      }
    }
    return new TrainingSet(all, groups, taught.rehearsed(), taught.rebuilt());
  }

  /** What the model that a training starts from has a part in. */
  private record Taught(List<Rehearsed> rehearsed, List<Rebuilt> rebuilt) {}

  private Taught taught(
      TrainingOrder order,
      LessonSplit split,
      FaceFinder finder,
      Daylight daylight,
      List<String> leftOut,
      Cancellation cancellation) {
    if (order.from() == null || !order.recipe().personal()) {
      return new Taught(List.of(), List.of());
    }
    try (ExpressionModel teacher = models.open(order.from())) {
      return new Taught(
          order.recipe().rehearsal() == 0
              ? List.of()
              : Rehearsal.of(teacher, finder, others, daylight, cancellation),
          Rebuilding.of(teacher, finder, split.lone(), daylight, leftOut, cancellation));
    }
  }

  private Map<String, Tensor> startWeights(TrainingOrder order, String from) {
    Map<String, Tensor> weights = models.weights(from, BeamishModel.ARCHITECTURE);
    return order.recipe().personal()
        ? FoldedSteps.of(weights, models.manifest(from).strengthScale().step())
        : weights;
  }

  private static BeamishModel model(List<Tensor> weights, StrengthScale scale) {
    return new BeamishModel(
        Publication.unpublished("training", BeamishModel.ARCHITECTURE, scale), byName(weights));
  }

  static Map<String, Tensor> byName(List<Tensor> weights) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    weights.forEach(t -> named.put(t.name(), t));
    return named;
  }
}
