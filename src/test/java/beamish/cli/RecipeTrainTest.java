package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.ImageModel;
import beamish.face.AlignedCrop;
import beamish.fake.DrawnFaces;
import beamish.fake.FakeFinder;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.TrainingPair;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of the literature from photos of drawn people, by the command line. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class RecipeTrainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(Object... words) {
    try (Lanes lanes = new Lanes()) {
      return BeamishCommand.of(new Desk(studio(lanes, folder.resolve("models")), p -> {}, List::of))
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true))
          .execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }
  }

  /** The drawn faces' eyes lie where a crop's do, in the middle of the drawing. */
  static Studio studio(Lanes lanes, Path models) {
    double perCrop = TrainingPair.SIZE / TrainingPair.SPAN;
    return new Studio(
        new PhotoReader(),
        new PhotoWriter(),
        () -> new FakeFinder(FakeFinder.face(.75 * perCrop, (.36 + .25) * perCrop, .36 * perCrop)),
        new ModelStore(List.of(models), Map.of(ImageModel.ARCHITECTURE, ImageModel::new)),
        lanes);
  }

  /** One photo of each person. */
  static void draw(Path into, int people, double bend) throws IOException {
    Files.createDirectories(into);
    int n = TrainingPair.SIZE;
    for (int p = 0; p < people; p++) {
      byte[] planar = DrawnFaces.crop(p, bend);
      byte[] rgb = new byte[planar.length];
      for (int i = 0; i < planar.length; i++) {
        rgb[i % (n * n) * 3 + i / (n * n)] = planar[i];
      }
      PixelImage pixels = PixelImage.of8(n, n, 3, rgb);
      new PhotoWriter()
          .write(
              new Photo(into.resolve("none"), pixels, PhotoMetadata.NONE),
              pixels,
              into.resolve("person" + p + ".png"),
              new ExportSettings(PhotoFormat.PNG, 1, false));
    }
  }

  @Test
  void aRecipeIsTrainedGoneOnWithAndEditsAPhoto() throws IOException {
    Path neutral = folder.resolve("neutral");
    Path smiling = folder.resolve("smiling");
    draw(neutral, 2, 0);
    draw(smiling, 2, .06);
    Path model = folder.resolve("models/own");
    Object[] train = {
      "train",
      "--recipe",
      "cae",
      "--set",
      "size=32",
      "--set",
      "width=.25",
      "--set",
      "latent=8",
      "--neutral",
      neutral,
      "--smiling",
      smiling,
      "--out",
      model,
      "--minutes",
      ".005"
    };
    assertThat(run(train)).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("cae: ", "neutral, smiling", "model own is ready");
    assertThat(run(train)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--resume");
    float[] spent = clock(model);
    assertThat(run(with(train, "--resume"))).isEqualTo(ExitCode.DONE);
    assertThat(clock(model)).as("its budget was spent").containsExactly(spent);
    assertThat(run(with(train, "--resume", "--seed", 2))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("of other seed");
    assertThat(run("models")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("own, convolutional autoencoder");
    Path smiled = folder.resolve("smiled.png");
    assertThat(
            run(
                "apply",
                neutral.resolve("person0.png"),
                "--model",
                "own",
                "--expression",
                "smiling",
                "--smile",
                "1",
                "--out",
                smiled))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(smiled).isNotEmptyFile();
  }

  /** Steps and seconds that a training's checkpoint tells of. */
  private static float[] clock(Path folder) {
    Tensor clock = SafeTensors.read(folder.resolve("checkpoint.safetensors")).get("clock");
    return Objects.requireNonNull(clock).data();
  }

  /** Folders named by class: the model then has six expressions to choose from. */
  @Test
  void sevenExpressionsAreLearnedAndChosen() throws IOException {
    List<String> names = List.of("neutral", "angry", "disgust", "fear", "happy", "sad", "surprise");
    for (int i = 0; i < names.size(); i++) {
      draw(folder.resolve("set").resolve(names.get(i)), 2, DrawnFaces.bend(i));
    }
    for (String recipe : List.of("dcgan", "vae")) {
      Path model = folder.resolve("models").resolve(recipe);
      assertThat(
              run(
                  "train",
                  "--recipe",
                  recipe,
                  "--set",
                  "size=32",
                  "--set",
                  "width=.25",
                  "--set",
                  "latent=8",
                  "--expressions",
                  folder.resolve("set"),
                  "--out",
                  model,
                  "--minutes",
                  ".005"))
          .as(err.toString())
          .isEqualTo(ExitCode.DONE);
      try (Lanes lanes = new Lanes()) {
        ModelStore store = studio(lanes, folder.resolve("models")).models();
        float[] happy = edit(store, recipe + ":happy");
        assertThat(edit(store, recipe)).as("the smile is aimed at").containsExactly(happy);
        assertThat(edit(store, recipe + ":surprise")).isNotEqualTo(happy);
        assertThatThrownBy(() -> store.open(recipe + ":bored"))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("disgust");
      }
    }
    assertThat(run("models")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("; expressions happy, angry, disgust, fear, sad, surprise");
    Path photo = folder.resolve("set/neutral/person0.png");
    byte[][] edited = new byte[2][];
    for (int i = 0; i < 2; i++) {
      Path to = folder.resolve("to" + i + ".png");
      String expression = List.of("angry", "surprise").get(i);
      Object[] apply = {"apply", photo, "--model", "dcgan", "--smile", "1", "--out", to};
      assertThat(run(with(apply, "--expression", expression))).isEqualTo(ExitCode.DONE);
      edited[i] = Files.readAllBytes(to);
    }
    assertThat(edited[0]).isNotEqualTo(edited[1]);
    Object[] apply = {
      "apply", photo, "--model", "dcgan", "--smile", "1", "--out", folder.resolve("none.png")
    };
    assertThat(run(with(apply, "--expression", "bored"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("knows no expression bored");
  }

  private static float[] edit(ModelStore store, String id) {
    try (ExpressionModel model = store.open(id)) {
      assertThat(model.targets())
          .containsExactly("happy", "angry", "disgust", "fear", "sad", "surprise");
      FloatImage crop = FloatImage.zeros(3, model.cropSize(), model.cropSize());
      Arrays.fill(crop.data(), .5f);
      return model
          .decode(model.encode(new AlignedCrop(crop, FakeFinder.face(16, 12, 12).landmarks())), 1)
          .shading()
          .data();
    }
  }

  @Test
  void aSweepComparesAndGoesOn() throws IOException {
    draw(folder.resolve("neutral"), 10, 0);
    draw(folder.resolve("smiling"), 10, .06);
    Object[] sweep = {
      "sweep",
      "--try",
      "loss=mse,l1",
      "--try",
      "optimiser=adam,sgd,rmsprop",
      "--set",
      "size=32",
      "--set",
      "width=.25",
      "--set",
      "latent=8",
      "--set",
      "epochs=2",
      "--neutral",
      folder.resolve("neutral"),
      "--smiling",
      folder.resolve("smiling"),
      "--out",
      folder.resolve("sweep"),
      "--minutes",
      "6"
    };
    assertThat(run(sweep)).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("6 of 6: loss=l1 optimiser=rmsprop  loss aside 0.");
    String page = Files.readString(folder.resolve("sweep/sweep.md"));
    assertThat(page.lines().filter(l -> l.contains("2 epochs are over"))).hasSize(6);
    String curves = Files.readString(folder.resolve("sweep/sweep.svg"));
    assertThat(curves.lines().filter(l -> l.startsWith("<polyline"))).hasSize(6);
    assertThat(curves.lines().filter(l -> l.startsWith("<circle"))).as("two epochs").hasSize(12);
    Path first = folder.resolve("sweep/loss-mse_optimiser-adam");
    float[] steps = clock(first);
    assertThat(run(sweep)).isEqualTo(ExitCode.DONE);
    assertThat(clock(first)).as("not trained again").containsExactly(steps);
    // the speed is the only figure that a clock rounds
    assertThat(losses(Files.readString(folder.resolve("sweep/sweep.md")))).isEqualTo(losses(page));
    Files.delete(folder.resolve("smiling/person0.png"));
    assertThat(run(with(sweep, "--try", "batch=none"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).as("told before photos are read").contains("batch");
  }

  private static List<String> losses(String page) {
    return page.lines().filter(l -> l.contains("=")).map(l -> l.split("\\|", -1)[2]).toList();
  }

  @Test
  void aLadderTellsOfEveryRungAndGoesOn() throws IOException {
    draw(folder.resolve("neutral"), 3, 0);
    draw(folder.resolve("smiling"), 3, .06);
    Object[] ladder = {
      "ladder",
      "--minutes",
      ".005",
      "--only",
      "cae,dcgan,ridge",
      "--set",
      "size=32",
      "--set",
      "width=.25",
      "--neutral",
      folder.resolve("neutral"),
      "--smiling",
      folder.resolve("smiling"),
      "--validation",
      Files.writeString(folder.resolve("held.txt"), "person2\n"),
      "--out",
      folder.resolve("rungs"),
      "--page",
      folder.resolve("docs/ladder.md")
    };
    assertThat(run(ladder)).as(err.toString()).isEqualTo(ExitCode.DONE);
    String page = Files.readString(folder.resolve("docs/ladder.md"));
    assertThat(page).contains("| `cae` | ", "| `dcgan` | ", "| `ridge` | ", "Rows: cae.");
    assertThat(folder.resolve("docs/ladder.jpg")).isNotEmptyFile();
    assertThat(folder.resolve("docs/ladder-between.jpg")).isNotEmptyFile();
    assertThat(folder.resolve("rungs/people.jpg")).isNotEmptyFile();
    assertThat(out.toString()).contains("cae: measuring");
    out.getBuffer().setLength(0);
    float[] steps = clock(folder.resolve("rungs/cae"));
    assertThat(run(ladder)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).doesNotContain("measuring");
    assertThat(clock(folder.resolve("rungs/cae"))).as("not trained again").containsExactly(steps);
    assertThat(Files.readString(folder.resolve("docs/ladder.md"))).isEqualTo(page);
    assertThat(page).contains("    beamish ladder --minutes 0.005 --only cae,dcgan,ridge --set ");
    Files.writeString(folder.resolve("held.txt"), "person1\n");
    assertThat(run(ladder)).as("figures of other people are not shown").isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("cae: failed: ", "of other people", "ridge: measuring");
    assertThat(run(with(ladder, "--only", "untt"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no rung untt; there are cae, ");
  }

  @Test
  void wrongWordsAreNamed() throws IOException {
    draw(folder.resolve("neutral"), 1, 0);
    assertThat(run("train", "--recipe", "cae", "--out", folder.resolve("own")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "train",
                "--recipe",
                "general",
                "--expressions",
                folder,
                "--out",
                folder.resolve("own")))
        .as("classes are for the recipes of the literature")
        .isEqualTo(ExitCode.USAGE);
    Object[] train = {
      "train",
      "--neutral",
      folder.resolve("neutral"),
      "--smiling",
      folder.resolve("neutral"),
      "--out",
      folder.resolve("own")
    };
    assertThat(run(with(train, "--recipe", "cae", "--crops", "8"))).isEqualTo(ExitCode.USAGE);
    assertThat(run(with(train, "--recipe", "soup"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no recipe soup; there are cae, ");
    assertThat(run(with(train, "--recipe", "cae", "--set", "salt=1"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no setting salt; there are size, ");
  }

  private static Object[] with(Object[] words, Object... more) {
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
