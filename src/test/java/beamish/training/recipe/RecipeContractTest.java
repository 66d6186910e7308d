package beamish.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.ImageModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.DrawnFaces;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import beamish.fake.SmallRecipes;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.WorkClock;
import beamish.paste.PasteBack;
import beamish.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recipe and the model that comes of it keep, shown on small networks. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class RecipeContractTest {
  private static final FaceSet FACES = DrawnFaces.set(4, FaceSet.PAIRED);
  private static final FaceSet NOBODY = new FaceSet(FaceSet.PAIRED, List.of());
  private static final Landmarks FACE = FakeFinder.face(140, 102, 72).landmarks();
  private static final PixelImage PHOTO = Pictures.waves(300, 260);

  @TempDir private Path root;

  static List<RecipeKind> recipes() {
    return RecipeKind.ALL;
  }

  private RecipeTraining training(RecipeKind kind, String folder, long seed) {
    return new RecipeTraining(
        kind, SmallRecipes.kit(kind, seed, 2), FACES, NOBODY, root.resolve(folder));
  }

  private ExpressionModel open(RecipeTraining training, String id) throws IOException {
    training.publish(root.resolve(id), id, "Apache-2.0", List.of("drawn"));
    ModelStore store =
        new ModelStore(List.of(root), Map.of(ImageModel.ARCHITECTURE, ImageModel::new));
    assertThat(store.list()).extracting(m -> m.id()).contains(id);
    return store.open(id);
  }

  private static LatentCode code(ExpressionModel model) {
    return model.encode(AlignedCrop.cut(PHOTO, FACE, model.cropSize()));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void learnsALittle(RecipeKind kind) {
    Recipe recipe = kind.build(SmallRecipes.kit(kind, 1, 2));
    List<float[]> before = weights(recipe);
    double first = 0;
    double last = 0;
    for (int i = 0; i < 40; i++) {
      Batch batch = FACES.draw(4, 32, recipe.isConditional(), false, new SplittableRandom(i));
      double loss = recipe.step(batch, i / 40.);
      assertThat(loss).isFinite();
      first += i < 8 ? loss : 0;
      last += i >= 32 ? loss : 0;
    }
    assertThat(last).isLessThan(.9 * first);
    List<float[]> after = weights(recipe);
    for (int i = 0; i < after.size(); i++) {
      assertThat(after.get(i)).as(recipe.nets().get(i).name()).isNotEqualTo(before.get(i));
    }
  }

  /** Of each network, all in a row. */
  private static List<float[]> weights(Recipe recipe) {
    return recipe.nets().stream().map(net -> flat(net.weights())).toList();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void strengthZeroIsNoEditAndOthersStayInTheCrop(RecipeKind kind) throws IOException {
    RecipeTraining training = training(kind, "run", 1);
    SmallRecipes.train(training, 3);
    try (ExpressionModel model = open(training, "own")) {
      LatentCode code = code(model);
      PixelImage edited = PHOTO.copy();
      PasteBack.apply(PHOTO, CropTemplate.photoToCrop(FACE), model.decode(code, 0), edited);
      assertThat(edited.hasSamePixels(PHOTO)).isTrue();
      for (double strength : new double[] {-1, .5, 1.5}) {
        ExpressionEdit edit = model.decode(code, strength);
        assertThat(edit.shading().width()).isEqualTo(model.cropSize());
        assertThat(edit.shading().data()).doesNotContain(Float.NaN);
        assertThat(largest(edit)).as("at " + strength).isBetween(1e-8f, 1f);
      }
    }
  }

  private static float largest(ExpressionEdit edit) {
    float most = 0;
    for (float f : edit.shading().data()) {
      most = Math.max(most, Math.abs(f));
    }
    return most;
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theSameSeedGivesTheSameNetworkAndAnotherAnother(RecipeKind kind) throws IOException {
    float[][] weights = new float[3][];
    for (int i = 0; i < 3; i++) {
      RecipeTraining training = training(kind, "run" + i, i < 2 ? 1 : 2);
      SmallRecipes.train(training, 2);
      weights[i] = flat(training);
    }
    assertThat(weights[1]).isEqualTo(weights[0]);
    assertThat(Arrays.equals(weights[2], weights[0])).isFalse();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void goingOnIsAsIfNothingHadHappened(RecipeKind kind) throws IOException {
    RecipeTraining whole = training(kind, "whole", 1);
    SmallRecipes.train(whole, 4);
    RecipeTraining first = training(kind, "parts", 1);
    SmallRecipes.train(first, 2);
    assertThat(first.iteration()).isEqualTo(2);
    assertThat(RecipeTraining.isBegun(root.resolve("parts"))).isTrue();
    RecipeTraining second = training(kind, "parts", 1);
    second.resume();
    SmallRecipes.train(second, 4);
    assertThat(second.iteration()).isEqualTo(4);
    assertThat(flat(second)).isEqualTo(flat(whole));
  }

  /** What was best so far of those kept aside goes through the checkpoint too. */
  @Test
  void goingOnKeepsWhatWasBest() throws IOException {
    RecipeKind kind = RecipeKind.of("cae");
    float[][] weights = new float[2][];
    for (int i = 0; i < 2; i++) {
      for (int steps : i == 0 ? new int[] {8} : new int[] {4, 8}) {
        RecipeTraining training =
            new RecipeTraining(
                kind,
                SmallRecipes.kit(kind, 1, 2, Map.of("patience", "2")),
                FACES,
                DrawnFaces.set(2, FaceSet.PAIRED),
                root.resolve("aside" + i));
        training.resume();
        SmallRecipes.train(training, steps);
        training.publish(root.resolve("best" + i), "best", "Apache-2.0", List.of("drawn"));
        weights[i] = flat(training);
      }
    }
    assertThat(weights[1]).isEqualTo(weights[0]);
  }

  @Test
  void anotherTrainingsCheckpointIsRefused() throws IOException {
    RecipeKind kind = RecipeKind.of("cae");
    SmallRecipes.train(training(kind, "run", 1), 1);
    Map<String, RecipeTraining> others =
        Map.of(
            "other recipe (cae; asked for cae-perceptual)",
            training(RecipeKind.of("cae-perceptual"), "run", 1),
            "other seed (1; asked for 2)",
            training(kind, "run", 2),
            "other settings",
            new RecipeTraining(
                kind,
                SmallRecipes.kit(kind, 1, 2, Map.of("rate", ".1")),
                FACES,
                NOBODY,
                root.resolve("run")),
            "other people (4 ",
            new RecipeTraining(
                kind,
                SmallRecipes.kit(kind, 1, 2),
                DrawnFaces.set(3, FaceSet.PAIRED),
                NOBODY,
                root.resolve("run")));
    others.forEach(
        (why, other) ->
            assertThatThrownBy(other::resume)
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("checkpoint.safetensors", why));
  }

  /** A clock that counts a second a step: a budget of so many seconds is so many steps. */
  @Test
  void aBudgetIsCountedByItsClockAndALargerOneGoesOn() throws IOException {
    int[] seconds = {0};
    WorkClock clock = () -> seconds[0]++;
    RecipeKind kind = RecipeKind.of("cae");
    RecipeTraining small = training(kind, "run", 1);
    small.run(3 / 60., clock, new Cancellation(), p -> {});
    assertThat(small.iteration()).isEqualTo(3);
    RecipeTraining large = training(kind, "run", 1);
    large.resume();
    large.run(5 / 60., clock, new Cancellation(), p -> {});
    assertThat(large.iteration()).isEqualTo(5);
    assertThat(large.seconds()).isEqualTo(5);
    RecipeTraining spent = training(kind, "run", 1);
    spent.resume();
    spent.run(5 / 60., clock, new Cancellation(), p -> {});
    assertThat(spent.iteration()).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aSavedModelAnswersAsItDid(RecipeKind kind) throws IOException {
    RecipeTraining training = training(kind, "run", 1);
    SmallRecipes.train(training, 2);
    float[] first;
    try (ExpressionModel model = open(training, "own")) {
      LatentCode code = code(model);
      first = model.decode(code, .7).shading().data();
      model.decode(code, -1);
      assertThat(model.decode(code, .7).shading().data()).containsExactly(first);
      assertThat(model.manifest().cropSize()).isEqualTo(model.cropSize());
      assertThatThrownBy(() -> model.encode(new AlignedCrop(FloatImage.zeros(3, 8, 8), FACE)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> model.towards("bored"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("smiling");
    }
    try (ExpressionModel again = open(training, "own")) {
      assertThat(again.decode(code(again), .7).shading().data()).containsExactly(first);
    }
    Map<String, Tensor> kept =
        new ModelStore(List.of(root), Map.of()).weights("own", ImageModel.ARCHITECTURE);
    for (Net net : training.recipe().published()) {
      for (Tensor learned : net.weights()) {
        float[] data = Objects.requireNonNull(kept.get(learned.name())).data();
        for (int i = 0; i < data.length; i++) {
          float own = learned.data()[i];
          // half precision
          assertThat(data[i]).as(learned.name()).isCloseTo(own, within(1e-3f * Math.max(1, own)));
        }
      }
    }
  }

  private static float[] flat(RecipeTraining training) {
    return flat(training.recipe().nets().stream().flatMap(n -> n.weights().stream()).toList());
  }

  private static float[] flat(List<Tensor> all) {
    float[] flat = new float[all.stream().mapToInt(t -> t.data().length).sum()];
    int at = 0;
    for (Tensor t : all) {
      System.arraycopy(t.data(), 0, flat, at, t.data().length);
      at += t.data().length;
    }
    return flat;
  }
}
