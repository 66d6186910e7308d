package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.Budget;
import beamish.training.Recipe;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Ending;
import beamish.training.lesson.TrainingEvent.Mark;
import beamish.training.lesson.TrainingEvent.Progress;
import beamish.training.lesson.TrainingEvent.Validated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of a few real steps on drawn pictures, stopped in every way. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LessonTrainingTest {
  private static final int STEPS = 5;

  @TempDir Path root;
  private final List<TrainingEvent> events = new ArrayList<>();

  /** The process ends here and now. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private LessonTraining training() {
    return new DrawnLesson(root).training();
  }

  private ModelStore store() {
    return new DrawnLesson(root).store();
  }

  private TrainingOrder order(String name, int steps) {
    return new DrawnLesson(root).order(name, steps);
  }

  private Ending run(TrainingOrder order) {
    return run(order, new TrainingControl(), new Cancellation(), event -> {});
  }

  private Ending run(
      TrainingOrder order,
      TrainingControl control,
      Cancellation cancellation,
      Consumer<TrainingEvent> then) {
    return training()
        .run(
            order,
            control,
            cancellation,
            event -> {
              events.add(event);
              then.accept(event);
            });
  }

  private <E extends TrainingEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Kills the process at the n-th step. */
  private Consumer<TrainingEvent> killAt(int n) {
    int[] steps = {0};
    return event -> {
      if (event instanceof Progress && ++steps[0] == n) {
        throw new Killed();
      }
    };
  }

  @Test
  void killedTwiceItEndsWhereItWouldHaveEnded() {
    run(order("straight", STEPS));
    List<Mark> marks = all(Validated.class).stream().map(Validated::mark).toList();
    assertThat(marks).hasSize(4);

    events.clear();
    TrainingOrder order = order("killed", STEPS);
    assertThatThrownBy(() -> run(order, new TrainingControl(), new Cancellation(), killAt(2)))
        .isInstanceOf(Killed.class);
    assertThat(root.resolve("killed/manifest.json")).doesNotExist();
    TrainingOrder on = order.goingOn(order.budget());
    assertThatThrownBy(() -> run(on, new TrainingControl(), new Cancellation(), killAt(3)))
        .isInstanceOf(Killed.class);
    assertThat(run(on)).isEqualTo(Ending.SPENT);

    assertThat(all(TrainingEvent.Prepared.class).get(2).marks()).isNotEmpty();
    Map<String, Tensor> straight = weights("straight");
    Map<String, Tensor> killed = weights("killed");
    assertThat(killed.keySet()).isEqualTo(straight.keySet());
    straight.forEach(
        (name, t) ->
            assertThat(apart(Objects.requireNonNull(killed.get(name)).data(), t.data()))
                .as(name)
                .isLessThan(1e-4f));
    Mark last = all(Validated.class).get(all(Validated.class).size() - 1).mark();
    assertThat(last.crops()).isEqualTo(STEPS * (long) TrainingRun.BATCH);
    assertThat(last.distance()).isCloseTo(marks.get(3).distance(), within(1e-3));
  }

  private static float apart(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    float most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  private Map<String, Tensor> weights(String model) {
    return store().weights(root.resolve(model).toString(), BeamishModel.ARCHITECTURE);
  }

  @Test
  void strangersSmileInOneDirectionAndThoseWhoAreKnownInTheirOwn() {
    Recipe general = new Recipe(5e-4, 2, false, false, 0, false, 0, 2, 50);
    TrainingOrder own = order("own", 2);
    run(own);
    run(TrainingOrder.of(root.resolve("anybody"), own.split(), null, general, own.budget()));
    assertThat(most(direction("own"))).isPositive();
    assertThat(direction("anybody")).containsOnly(0);
    assertThat(most(bias("anybody"))).isPositive();
  }

  private float[] direction(String model) {
    return Objects.requireNonNull(weights(model).get("direction.W")).data();
  }

  private static float most(float[] weights) {
    return apart(weights, new float[weights.length]);
  }

  private float[] bias(String model) {
    return Objects.requireNonNull(weights(model).get("direction.b")).data();
  }

  @Test
  void tellsWhatItDoesAndLeavesAModelThatStartsAnother() {
    assertThat(run(order("first", 2))).isEqualTo(Ending.SPENT);
    TrainingEvent.Prepared prepared = all(TrainingEvent.Prepared.class).get(0);
    assertThat(prepared.pairs()).isEqualTo(2);
    assertThat(prepared.heldOut()).containsExactly("ann");
    String keptOut = order("first", 2).split().validation().get(0).neutral().toString();
    assertThat(root.resolve("first").resolve(LessonSplit.FILE)).content().endsWith(keptOut + "\n");
    assertThat(all(Progress.class)).hasSize(2);
    assertThat(all(Progress.class).get(0).secondsToGo()).isPositive();
    // what is left is to make a model of it
    assertThat(all(Progress.class).get(1).secondsToGo())
        .isGreaterThan(0)
        .isLessThan(all(Progress.class).get(0).secondsToGo());
    assertThat(all(TrainingEvent.Faces.class).get(0).faces())
        .allSatisfy(
            face -> {
              assertThat(face.edited().width()).isEqualTo(256);
              assertThat(face.neutral().hasSamePixels(face.smiling())).isFalse();
            });

    ModelManifest own = store().manifest("first");
    assertThat(own.strengthScale()).isEqualTo(StrengthScale.PLAIN);
    assertThat(own.training()).containsEntry("crops", "16").doesNotContainKey("from");

    TrainingOrder second =
        TrainingOrder.of(
            root.resolve("second"),
            order("x", 1)
                .split()
                .with(List.of(new LonePhoto(Path.of("bob-at-sea.png"), true, "bob"))),
            "first",
            DrawnLesson.QUICK,
            Budget.ofCrops(8));
    assertThat(run(second)).isEqualTo(Ending.SPENT);
    assertThat(store().manifest("second").training()).containsEntry("from", "first");
    assertThat(prepared.rebuilt()).isZero();
    assertThat(all(TrainingEvent.Prepared.class).get(1).rebuilt()).isEqualTo(1);
    assertThat(store().list()).hasSize(2);
  }

  @Test
  void cancelledItKeepsACheckpointAndTheModelThatWasThere() throws IOException {
    run(order("own", 1));
    byte[] manifest = Files.readAllBytes(root.resolve("own/manifest.json"));
    Cancellation cancellation = new Cancellation();
    TrainingOrder on = order("own", 4).goingOn(Budget.ofCrops(4L * TrainingRun.BATCH));
    assertThat(
            run(
                on,
                new TrainingControl(),
                cancellation,
                event -> {
                  if (event instanceof Progress) {
                    cancellation.cancel();
                  }
                }))
        .isEqualTo(Ending.CANCELLED);
    assertThat(Files.readAllBytes(root.resolve("own/manifest.json"))).isEqualTo(manifest);
    assertThat(store().weights("own", BeamishModel.ARCHITECTURE)).isNotEmpty();
    Tensor clock = SafeTensors.read(root.resolve("own").resolve(Checkpoint.FILE)).get("clock");
    assertThat(Objects.requireNonNull(clock).data()[0]).isEqualTo(2);
  }

  @Test
  void aNewModelTakesThePlaceOfTheLastWhole() throws IOException {
    run(order("own", 1));
    assertThat(store().manifest("own").weights()).isEqualTo("weights.safetensors");
    run(order("own", 2).goingOn(Budget.ofCrops(2L * TrainingRun.BATCH)));
    assertThat(store().manifest("own").weights()).isEqualTo("weights-b.safetensors");
    assertThat(root.resolve("own/weights.safetensors")).doesNotExist();
    assertThat(store().weights("own", BeamishModel.ARCHITECTURE)).isNotEmpty();
  }

  @Test
  void aFullDiskCostsNoCheckpoint() throws IOException {
    Path checkpoint = root.resolve("own").resolve(Checkpoint.FILE);
    Path beside = root.resolve("own").resolve(Checkpoint.FILE + ".part");
    byte[][] whole = {{}};
    int[] saved = {0};
    assertThatThrownBy(
            () ->
                run(
                    order("own", 4),
                    new TrainingControl(),
                    new Cancellation(),
                    event -> {
                      if (event instanceof TrainingEvent.Saved && ++saved[0] == 2) {
                        whole[0] = read(checkpoint);
                        // nothing can be written there any more
                        mkdir(beside.resolve("in the way"));
                      }
                    }))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll(root.resolve("own").toString(), "free space there");
    assertThat(Files.readAllBytes(checkpoint)).isEqualTo(whole[0]);
    assertThat(root.resolve("own/manifest.json")).doesNotExist();

    Files.delete(beside.resolve("in the way"));
    Files.delete(beside);
    events.clear();
    assertThat(run(order("own", 4).goingOn(Budget.ofCrops(4L * TrainingRun.BATCH))))
        .isEqualTo(Ending.SPENT);
    assertThat(all(Progress.class)).hasSize(2);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void mkdir(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void heldItWaitsAndStoppedItKeepsTheBest() throws Exception {
    TrainingControl control = new TrainingControl();
    CountDownLatch paused = new CountDownLatch(1);
    CompletableFuture<Ending> ending =
        CompletableFuture.supplyAsync(
            () ->
                run(
                    order("own", 1000),
                    control,
                    new Cancellation(),
                    event -> {
                      if (event instanceof Progress) {
                        control.pause();
                      } else if (event instanceof TrainingEvent.Paused) {
                        paused.countDown();
                      }
                    }));
    assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(root.resolve("own").resolve(Checkpoint.FILE)).exists();
    assertThat(ending).isNotDone();
    control.stop();
    assertThat(ending.get(60, TimeUnit.SECONDS)).isEqualTo(Ending.STOPPED);
    assertThat(all(Progress.class)).hasSize(1);
    assertThat(store().manifest("own").training()).containsEntry("crops", "8");
  }

  @Test
  void endsByItselfWhereNothingGetsBetter() {
    Recipe still = new Recipe(0, 1, false, false, 0, true, 0, 1, 2);
    TrainingOrder order = order("own", 1000);
    assertThat(run(TrainingOrder.of(order.folder(), order.split(), null, still, order.budget())))
        .isEqualTo(Ending.LEVELLED);
    assertThat(all(Progress.class)).hasSize(2);
    assertThat(store().list()).hasSize(1);
  }

  @Test
  void otherPhotosAreToldApart() {
    run(order("own", 1));
    LessonSplit own = order("own", 1).split();
    List<LessonPair> fewer = own.training().subList(0, 1);
    LessonPair keptOut = own.validation().get(0);
    LessonPair stranger = new LessonPair(keptOut.smiling(), keptOut.neutral(), "stranger");
    for (List<LessonPair> photos : List.of(fewer, List.of(fewer.get(0), stranger))) {
      TrainingOrder other =
          TrainingOrder.of(
                  root.resolve("own"),
                  new LessonSplit(photos, List.of()),
                  null,
                  DrawnLesson.QUICK,
                  Budget.ofCrops(80))
              .goingOn(Budget.ofCrops(80));
      assertThatThrownBy(() -> run(other))
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll(Checkpoint.FILE, "not a checkpoint of these photos");
    }
    assertThatThrownBy(() -> run(order("own", 1)))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll(root.resolve("own").toString(), "training already");
  }

  @Test
  void aWriterThatFailsMidwayLeavesWhatWasThere() throws IOException {
    Path file = root.resolve("t.safetensors");
    SafeTensors.write(
        file,
        List.of(new Tensor("a", new int[] {1}, new float[] {7})),
        Map.of(),
        SafeTensors.Precision.F32);
    List<Tensor> broken =
        Arrays.asList(
            new Tensor("a", new int[] {1 << 20}, new float[1 << 20]),
            new Tensor("b", new int[] {1}, new float[] {1}));
    int[] asked = {0};
    Iterable<Tensor> once = () -> broken.iterator();
    assertThatThrownBy(
            () ->
                SafeTensors.write(
                    file,
                    new java.util.AbstractCollection<Tensor>() {
                      @Override
                      public java.util.Iterator<Tensor> iterator() {
                        boolean writing = asked[0]++ > 0;
                        java.util.Iterator<Tensor> all = once.iterator();
                        return new java.util.Iterator<>() {
                          private int next;

                          @Override
                          public boolean hasNext() {
                            return all.hasNext();
                          }

                          @Override
                          public Tensor next() {
                            if (writing && next++ == 1) {
                              throw new java.io.UncheckedIOException(
                                  new IOException("No space left on device"));
                            }
                            return all.next();
                          }
                        };
                      }

                      @Override
                      public int size() {
                        return broken.size();
                      }
                    },
                    Map.of(),
                    SafeTensors.Precision.F32))
        .hasMessageContaining("No space left");
    assertThat(Objects.requireNonNull(SafeTensors.read(file).get("a")).data()).containsExactly(7);
    assertThat(root.resolve("t.safetensors.part")).doesNotExist();
  }
}
