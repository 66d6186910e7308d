package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.cli.BeamishCommand;
import beamish.cli.Desk;
import beamish.cli.ExitCode;
import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Path> opened = new ArrayList<>();
  private Path samples;
  private Path results;
  private Path models;

  @BeforeEach
  void drawSamples(@TempDir Path folder) throws IOException {
    samples = Files.createDirectory(folder.resolve("samples"));
    results = folder.resolve("target/demo");
    models = Files.createDirectory(folder.resolve("models"));
    FakeModels.install(models);
    byte[] noise = new byte[80 * 90 * 3];
    new Random(1).nextBytes(noise);
    PixelImage pixels = PixelImage.of8(80, 90, 3, noise);
    for (String name : List.of("b.png", "a.png")) {
      new PhotoWriter()
          .write(
              new Photo(folder.resolve("none"), pixels, PhotoMetadata.NONE),
              pixels,
              samples.resolve(name),
              ExportSettings.of(PhotoFormat.PNG));
    }
    Files.writeString(samples.resolve("README.md"), "not a photo");
  }

  @AfterEach
  void stopLanes() {
    lanes.close();
  }

  private int run(Optional<String> noDisplay) {
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(FakeFinder.face(40, 40, 24)),
            FakeModels.store(models),
            lanes);
    Desk desk = new Desk(studio, opened::addAll, List::of);
    return BeamishCommand.of(desk)
        .addSubcommand(new DemoCommand(desk, samples, results, noDisplay))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("demo");
  }

  @Test
  void withADisplayTheFirstSampleIsOpened() {
    assertThat(run(Optional.empty())).isEqualTo(ExitCode.DONE);
    assertThat(opened).containsExactly(samples.resolve("a.png"));
    assertThat(results).doesNotExist();
  }

  @Test
  void withoutADisplayTheSameJobIsDone() {
    assertThat(run(Optional.of("there is no display"))).isEqualTo(ExitCode.DONE);

    Path result = results.resolve("before-after.png");
    assertThat(out.toString()).contains("there is no display", result.toAbsolutePath().toString());
    assertThat(err.toString()).isEmpty();
    PixelImage joined = new PhotoReader().read(result).pixels();
    PixelImage before = new PhotoReader().read(samples.resolve("a.png")).pixels();
    assertThat(joined.width()).isEqualTo(2 * before.width());
    int changed = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        assertThat(joined.sample(x, y, 0)).isEqualTo(before.sample(x, y, 0));
        changed += joined.sample(x + before.width(), y, 0) == before.sample(x, y, 0) ? 0 : 1;
      }
    }
    assertThat(changed).isPositive();
  }

  @Test
  void withoutAModelItFails() {
    models = samples;
    assertThat(run(Optional.of("there is no display"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no model");
    assertThat(results.resolve("before-after.png")).doesNotExist();
  }
}
