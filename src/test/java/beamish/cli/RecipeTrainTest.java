package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.ImageModel;
import beamish.fake.DrawnFaces;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.training.TrainingPair;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of the literature from photos of drawn people, by the command line. */
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
    assertThat(run(with(train, "--resume"))).isEqualTo(ExitCode.DONE);
    assertThat(run("models")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("own, convolutional autoencoder");
    Path smiled = folder.resolve("smiled.png");
    assertThat(
            run(
                "apply",
                neutral.resolve("person0.png"),
                "--model",
                "own:smiling",
                "--smile",
                "1",
                "--out",
                smiled))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(smiled).isNotEmptyFile();
  }

  @Test
  void wrongWordsAreNamed() throws IOException {
    draw(folder.resolve("neutral"), 1, 0);
    assertThat(run("train", "--recipe", "cae", "--out", folder.resolve("own")))
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
