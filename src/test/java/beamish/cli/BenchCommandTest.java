package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.dl4j.HelperCheck;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.training.TrainingSpeed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with small photos, and with toys in place of window and training. */
class BenchCommandTest {
  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Path> moved = new ArrayList<>();
  private List<DetectedFace> faces = List.of(FakeFinder.face(150, 90, 50));
  private HelperCheck networks = new HelperCheck("CPU", "MKLDNNConvHelper", 2);
  private boolean opened;
  private int starts;
  private Path samples;
  private Path models;

  @BeforeEach
  void drawSamples(@TempDir Path folder) throws IOException {
    samples = Files.createDirectory(folder.resolve("samples"));
    models = Files.createDirectory(folder.resolve("models"));
    FakeModels.install(models);
    Files.writeString(samples.resolve("README.md"), "not a photo");
    draw("group.png");
    draw("portrait.png");
  }

  private Path draw(String name) {
    PixelImage pixels = Pictures.waves(120, 80);
    Path file = samples.resolve(name);
    new PhotoWriter()
        .write(
            new Photo(samples, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, false));
    return file;
  }

  @AfterEach
  void stopLanes() {
    lanes.close();
  }

  private int run(Object... words) {
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(() -> faces),
            FakeModels.store(models),
            lanes);
    Desk desk = new Desk(studio, photos -> {}, List::of);
    BenchCommand bench =
        new BenchCommand(
            desk,
            samples,
            new BenchCommand.Trials(
                this::openWindows,
                this::show,
                () -> new TrainingSpeed(5, 8),
                this::look,
                300,
                200,
                2));
    return BeamishCommand.of(desk)
        .addSubcommand(bench)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
  }

  private BenchCommand.Sliders openWindows() {
    opened = true;
    return this::slide;
  }

  private HelperCheck look() {
    assertThat(opened).as("windows are there before any native library").isTrue();
    return networks;
  }

  private List<SliderTimes> slide(Path one, Path all) {
    moved.add(one);
    PixelImage group = new PhotoReader().read(all).pixels();
    assertThat(group.width()).isEqualTo(300);
    List<Double> times = IntStream.rangeClosed(1, 100).mapToObj(i -> i + .5).toList();
    List<Double> quick = times.stream().map(t -> t / 4).toList();
    return List.of(slid(1600, 1, times), slid(1600, 5, quick), slid(640, 1, quick));
  }

  private static SliderTimes slid(int edge, int faces, List<Double> painted) {
    List<Double> dots = painted.stream().map(t -> t / 2).toList();
    return new SliderTimes(
        "Headless", edge, faces, painted, dots, List.of(20.0), List.of(9.0, 7.0), List.of(1.0));
  }

  private WindowTimes show(List<Path> photos) {
    if (photos.isEmpty()) {
      starts++;
      return new WindowTimes("start script", starts, Double.NaN, List.of(), List.of(), .3);
    }
    PixelImage huge = new PhotoReader().read(photos.get(0)).pixels();
    return new WindowTimes("start script", 1, 4, List.of(8.), List.of(6., 7.), huge.width() / 400.);
  }

  @Test
  void printsALineForEachFigure() {
    assertThat(run("bench")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).isEmpty();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(9);
    assertThat(lines.get(0))
        .startsWith("figures of one run on one machine: ")
        .contains("cores", "ND4J on CPU, oneDNN helpers on (MKLDNNConvHelper)");
    assertThat(lines.get(1))
        .startsWith("open ")
        .contains("300x200 JPEG with 1 face to editable")
        .containsPattern("; aim 1 s: (met|MISSED)$");
    assertThat(lines.get(2))
        .startsWith("export ")
        .contains("/ (decode + write")
        .containsPattern("; aim 1.3: (met|MISSED)$");
    assertThat(lines.get(3))
        .isEqualTo(
            "start     2.00 s from the program's start to its window, by the start script (median"
                + " of 3); aim 2 s: met");
    assertThat(lines.get(4))
        .isEqualTo(
            "huge      1.50 GB at most (heap, native memory and code) to open 0 megapixels in a"
                + " window, in 4.00 s, by the start script, and move about in it: 8.0 ms a move"
                + " panned at 100 % (median; p95 8.0 ms), 6.5 ms a step zoomed (p95 7.0 ms); aim"
                + " 1.5 GB: met");
    assertThat(lines.get(5))
        .isEqualTo(
            "slider    51.0 ms from move to painted 1600 px preview of 1 face (median; p95 95.5"
                + " ms; 100 moves; Headless); alone: networks 20.0, paste-back 8.0, conversion 1.0"
                + " ms; the window itself, for a single pixel, 25.5 ms (p95 47.8 ms); aim 33 ms"
                + " (p95): MISSED");
    assertThat(lines.get(6)).contains("5 faces at once").endsWith("aim 50 ms (p95): met");
    assertThat(lines.get(7)).contains("640 px preview of 1 face").doesNotContain("aim");
    assertThat(lines.get(8)).startsWith("training  5.0 crops/s").contains("1.60 times");
    assertThat(moved).containsExactly(samples.resolve("portrait.png"));
  }

  @Test
  void asJson() throws IOException {
    Path own = draw("own.png");
    assertThat(run("bench", "--json", own)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("photo").asText()).isEqualTo(own.toString());
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/slider/p95Ms").asDouble()).isEqualTo(95.5);
    assertThat(json.at("/group/faces").asInt()).isEqualTo(5);
    assertThat(json.get("startSeconds").asDouble()).isEqualTo(2);
    assertThat(json.get("hugeZoomP95Ms").asDouble()).isEqualTo(7);
    assertThat(json.get("hugePeakGigabytes").asDouble()).isEqualTo(1.5);
    assertThat(json.get("largeFaces").asInt()).isEqualTo(1);
    double read = json.get("readSeconds").asDouble();
    assertThat(json.get("exportRatio").asDouble())
        .isEqualTo(
            (json.get("renderSeconds").asDouble() + json.get("writeSeconds").asDouble() + read)
                / (read + json.get("plainWriteSeconds").asDouble()),
            within(1e-9));
    assertThat(json.get("trainingRatio").asDouble()).isEqualTo(1.6);
  }

  @Test
  void saysWhenTheFastConvolutionsAreOff() {
    networks = new HelperCheck("CPU", null, 2);
    assertThat(run("bench")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("oneDNN helpers OFF");
  }

  @Test
  void aPhotoWithoutAFaceIsAProblem() {
    faces = List.of();
    assertThat(run("bench")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("portrait.png: no face found").hasLineCount(1);
    assertThat(moved).isEmpty();
  }

  @Test
  void withoutSamplesAPhotoMustBeNamed() throws IOException {
    samples = Files.createDirectory(models.resolve("empty"));
    assertThat(run("bench")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("name a PHOTO").hasLineCount(1);
  }

  @Test
  void theLargePhotoHasTheSizeAskedForAndTheSmallOneInItsMiddle() {
    PixelImage small = Pictures.waves(120, 80);
    Path target = samples.resolve("large.jpg");
    LargePhoto.write(
        new Photo(samples, small, PhotoMetadata.NONE), 480, 160, 1, new PhotoWriter(), target);
    PixelImage large = new PhotoReader().read(target).pixels();
    assertThat(large.width()).isEqualTo(480);
    assertThat(large.height()).isEqualTo(160);
    double off = 0;
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 120; x++) {
        off += Math.abs(large.sample(120 + 2 * x, 2 * y, 1) - small.sample(x, y, 1));
      }
    }
    assertThat(off / (80 * 120)).isLessThan(12);
  }
}
