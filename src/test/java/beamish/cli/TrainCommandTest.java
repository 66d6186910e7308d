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
import beamish.expression.dl4j.BeamishModel;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** A training of a few real steps on drawn pictures, stopped, gone on with, and measured. */
class TrainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Lanes lanes, Path models, Object... words) {
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(FakeFinder.face(100, 70, 40)),
            new ModelStore(List.of(models), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new)),
            lanes);
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    return BeamishCommand.of(new Desk(studio, photos -> {}, List::of))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static void draw(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    PixelImage pixels = Pictures.waves(200, 180);
    new PhotoWriter()
        .write(
            new Photo(folder.resolve("none"), pixels, PhotoMetadata.NONE),
            pixels,
            folder.resolve(name),
            new ExportSettings(PhotoFormat.PNG, 1, false));
  }

  private static float stepsDone(Path model) {
    return clock(model)[0];
  }

  /** Steps and seconds so far. */
  private static float[] clock(Path model) {
    Tensor clock = SafeTensors.read(model.resolve("checkpoint.safetensors")).get("clock");
    return Objects.requireNonNull(clock).data();
  }

  @Test
  void trainsStopsGoesOnAndIsMeasured(@TempDir Path folder) throws IOException {
    Path neutral = folder.resolve("neutral");
    Path smiling = folder.resolve("smiling");
    for (String name : List.of("ann.png", "bob.png", "eve.png")) {
      draw(neutral, name);
      draw(smiling, name);
    }
    Path held = Files.writeString(folder.resolve("held.txt"), "# kept out\neve\n");
    Path models = folder.resolve("models");
    Path model = models.resolve("own");
    Object[] train = {
      "train", "--neutral", neutral, "--smiling", smiling, "--validation", held, "--out", model
    };
    try (Lanes lanes = new Lanes()) {
      assertThat(run(lanes, models, with(train, "--minutes", .01))).isEqualTo(ExitCode.DONE);
      assertThat(out.toString()).contains("2 pairs", "model own is ready");
      float done = stepsDone(model);
      assertThat(done).isGreaterThanOrEqualTo(1);

      assertThat(run(lanes, models, with(train, "--minutes", .01))).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains(model.toString(), "--resume");
      double longer = clock(model)[1] / 60 + .01;
      assertThat(run(lanes, models, with(train, "--resume", "--minutes", longer)))
          .isEqualTo(ExitCode.DONE);
      assertThat(stepsDone(model)).isGreaterThan(done);

      assertThat(run(lanes, models, "models")).isEqualTo(ExitCode.DONE);
      assertThat(
              run(
                  lanes,
                  models,
                  "evaluate",
                  "--neutral",
                  neutral,
                  "--smiling",
                  smiling,
                  "--validation",
                  held,
                  "--sheet",
                  folder.resolve("sheet.png")))
          .isEqualTo(ExitCode.DONE);
      assertThat(out.toString()).contains("model own, 1 people", "eve");
      assertThat(folder.resolve("sheet.png")).isNotEmptyFile();
    }
  }

  @Test
  void tellsMachinesInJson(@TempDir Path folder) throws IOException {
    Path neutral = folder.resolve("neutral");
    Path smiling = folder.resolve("smiling");
    draw(neutral, "ann.png");
    draw(smiling, "ann.png");
    try (Lanes lanes = new Lanes()) {
      assertThat(
              run(
                  lanes,
                  folder,
                  "train",
                  "--neutral",
                  neutral,
                  "--smiling",
                  smiling,
                  "--out",
                  folder.resolve("own"),
                  "--crops",
                  8,
                  "--json"))
          .isEqualTo(ExitCode.DONE);
    }
    List<String> events =
        out.toString()
            .lines()
            .map(
                line -> {
                  try {
                    return new ObjectMapper().readTree(line).required("event").asText();
                  } catch (IOException e) {
                    throw new AssertionError(line, e);
                  }
                })
            .toList();
    assertThat(events)
        .startsWith("reading", "prepared")
        .contains("validated", "progress", "saved", "ended")
        .endsWith("model")
        .doesNotContain("faces");
  }

  @Test
  void foldersWithoutPairsAreNamed(@TempDir Path folder) throws IOException {
    Path neutral = folder.resolve("neutral");
    Path smiling = folder.resolve("smiling");
    draw(neutral, "ann.png");
    draw(smiling, "bob.png");
    try (Lanes lanes = new Lanes()) {
      assertThat(
              run(
                  lanes,
                  folder,
                  "train",
                  "--neutral",
                  neutral,
                  "--smiling",
                  smiling,
                  "--out",
                  folder.resolve("own")))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains(neutral.toString(), "name each pair alike");
      assertThat(folder.resolve("own")).doesNotExist();
    }
  }

  private static Object[] with(Object[] words, Object... more) {
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
