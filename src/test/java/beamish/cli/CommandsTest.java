package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.job.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  private static final DetectedFace LEFT = FakeFinder.face(40, 40, 24);
  private static final DetectedFace RIGHT = FakeFinder.face(120, 40, 24);

  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Path> opened = new ArrayList<>();
  private List<DetectedFace> faces = List.of(LEFT, RIGHT);
  private Consumer<List<Path>> window = opened::addAll;
  private List<Finding> findings = List.of();

  private Path folder;
  private Path models;
  private Path photo;

  @BeforeEach
  void drawPhoto(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("photos"));
    models = Files.createDirectory(temporary.resolve("models"));
    FakeModels.install(models);
    byte[] samples = new byte[160 * 100 * 3];
    new Random(1).nextBytes(samples);
    photo = folder.resolve("people.png");
    PixelImage pixels = PixelImage.of8(160, 100, 3, samples);
    new PhotoWriter()
        .write(
            new Photo(folder.resolve("none"), pixels, PhotoMetadata.NONE),
            pixels,
            photo,
            new ExportSettings(PhotoFormat.PNG, 1, false));
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
            () -> new FakeFinder(faces.toArray(DetectedFace[]::new)),
            FakeModels.store(models),
            lanes);
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    return BeamishCommand.of(new Desk(studio, photos -> window.accept(photos), () -> findings))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private void assertComplains(String... parts) {
    assertThat(err.toString()).startsWith("beamish: ").contains(parts).endsWith("\n");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutCommandOpensTheWindow() {
    assertThat(run(photo)).isEqualTo(ExitCode.DONE);
    assertThat(opened).containsExactly(photo);
  }

  @Test
  void aMistypedCommandIsNoPhoto() {
    assertThat(run("aplly")).isEqualTo(ExitCode.FAILED);
    assertComplains("aplly: neither a photo nor a command");
    assertThat(opened).isEmpty();
  }

  @Test
  void aWindowThatCannotOpenFails() {
    window =
        photos -> {
          throw new Problem("no window can be opened: there is no display");
        };
    assertThat(run(photo)).isEqualTo(ExitCode.FAILED);
    assertComplains("no display");
  }

  @Test
  void facesAreNumberedFromTheLeft() {
    assertThat(run("faces", photo)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .containsExactly(
            photo + ": 2 faces in 160x100",
            "  1  box 16,23 48x62  eyes 28.0,40.0 52.0,40.0  mouth 30.4,66.4 49.6,66.4  yaw 0  score 1.00"
                + "  smile 0% (neutral)",
            "  2  box 96,23 48x62  eyes 108.0,40.0 132.0,40.0  mouth 110.4,66.4 129.6,66.4  yaw 0"
                + "  score 1.00  smile 45% (smiling)");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aTurnedFaceIsEditedWithAWarning() {
    faces =
        List.of(
            LEFT,
            new DetectedFace(RIGHT.box(), RIGHT.landmarks(), RIGHT.points(), -27.4, RIGHT.score()));
    Path to = folder.resolve("turned.png");
    assertThat(run("apply", photo, "--smile", "1", "--out", to)).isEqualTo(ExitCode.DONE);
    assertThat(to).exists();
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("people.png: face 2 is turned by about 27 degrees");
  }

  @Test
  void facesAsJson() throws IOException {
    assertThat(run("faces", photo, "--json")).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("width").asInt()).isEqualTo(160);
    assertThat(json.at("/faces/1/face").asInt()).isEqualTo(2);
    assertThat(json.at("/faces/1/landmarks/leftEye/x").asDouble()).isEqualTo(108);
    assertThat(json.at("/faces/1/box/width").asDouble()).isEqualTo(48);
  }

  @Test
  void oneBadPhotoDoesNotHideTheOthers() {
    Path missing = folder.resolve("missing.jpg");
    assertThat(run("faces", missing, photo)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("missing.jpg");
    assertThat(out.toString()).contains("2 faces");
  }

  @Test
  void applyWritesTheEditAndLeavesThePhoto() throws IOException {
    byte[] before = Files.readAllBytes(photo);
    Path target = folder.resolve("out.png");

    assertThat(run("apply", photo, "--smile", "1", "--out", target, "--json"))
        .isEqualTo(ExitCode.DONE);

    assertThat(err.toString()).isEmpty();
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    PixelImage edited = new PhotoReader().read(target).pixels();
    assertThat(edited.hasSamePixels(new PhotoReader().read(photo).pixels())).isFalse();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("faces")).hasSize(2);
    assertThat(json.get("model").asText()).isEqualTo("fake");
    assertThat(json.get("out").asText()).isEqualTo(target.toString());
  }

  @Test
  void applyToOneFaceLeavesTheOther() {
    Path target = folder.resolve("out.png");
    assertThat(run("apply", photo, "--smile=-0.5", "--face", "2", "--out", target))
        .isEqualTo(ExitCode.DONE);
    PixelImage before = new PhotoReader().read(photo).pixels();
    PixelImage after = new PhotoReader().read(target).pixels();
    assertThat(changedColumns(before, after, 0, 80)).isZero();
    assertThat(changedColumns(before, after, 80, 160)).isPositive();
    assertThat(out.toString()).contains("smile -0.5 on face 2 of 2, by fake");
  }

  private static int changedColumns(PixelImage a, PixelImage b, int from, int to) {
    int changed = 0;
    for (int x = from; x < to; x++) {
      boolean same = true;
      for (int y = 0; y < a.height(); y++) {
        for (int c = 0; c < a.channels(); c++) {
          same &= a.sample(x, y, c) == b.sample(x, y, c);
        }
      }
      changed += same ? 0 : 1;
    }
    return changed;
  }

  @Test
  void negativeStrengthMayStandApart() {
    Path target = folder.resolve("out.png");
    assertThat(run("apply", photo, "--smile", "-1", "--out", target)).isEqualTo(ExitCode.DONE);
    assertThat(target).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.6   | out.png  | all | 92  | between -1 and 1.5",
        "-1.01 | out.png  | all | 92  | between -1 and 1.5",
        "NaN   | out.png  | all | 92  | between -1 and 1.5",
        "much  | out.png  | all | 92  | --smile",
        "1     | out.gif  | all | 92  | must end in .jpg, .png, .tif or .webp",
        "1     | out      | all | 92  | must end in .jpg, .png, .tif or .webp",
        "1     | out.jpg  | all | 0   | between 1 and 100",
        "1     | out.jpg  | all | 101 | between 1 and 100",
        "1     | out.png  | 0   | 92  | a number from 1",
        "1     | out.png  | two | 92  | a number from 1",
        "1     | out.png  | 3   | 92  | has 2 faces, counted from the left: there is no face 3",
        "1     | people.png | all | 92 | is the photo itself",
      })
  void nonsenseIsUsage(String smile, String name, String face, String quality, String says)
      throws IOException {
    byte[] before = Files.readAllBytes(photo);

    int code =
        run(
            "apply",
            photo,
            "--smile",
            smile,
            "--face",
            face,
            "--quality",
            quality,
            "--out",
            folder.resolve(name));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertComplains(says, "--help");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(photo);
    }
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
  }

  @Test
  void applyWritesInTheSizeAndWithTheMarkAskedFor() {
    Path target = folder.resolve("out.jpg");
    assertThat(
            run(
                "apply",
                photo,
                "--smile",
                "1",
                "--out",
                target,
                "--size",
                "80",
                "--metadata",
                "no-gps",
                "--srgb",
                "--mark"))
        .isEqualTo(ExitCode.DONE);
    Photo written = new PhotoReader().read(target);
    assertThat(written.pixels().width()).isEqualTo(80);
    assertThat(written.metadata().icc()).isNotNull();
    byte[] xmp = written.metadata().xmp();
    assertThat(xmp).isNotNull();
    assertThat(new String(xmp, StandardCharsets.UTF_8))
        .contains("compositeWithTrainedAlgorithmicMedia");
  }

  @Test
  void applyWritesBeforeAndAfterAndALoop() throws IOException {
    Path both = folder.resolve("both.png");
    Path loop = folder.resolve("loop.gif");
    assertThat(
            run(
                "apply",
                photo,
                "--smile",
                "1",
                "--face",
                "1",
                "--before-after",
                both,
                "--loop",
                loop,
                "--loop-size",
                "60"))
        .isEqualTo(ExitCode.DONE);
    PixelImage before = new PhotoReader().read(photo).pixels();
    PixelImage joined = new PhotoReader().read(both).pixels();
    assertThat(joined.width()).isEqualTo(320);
    assertThat(joined.part(0, 0, 160, 100).hasSamePixels(before)).isTrue();
    assertThat(joined.part(160, 0, 160, 100).hasSamePixels(before)).isFalse();
    BufferedImage first = ImageIO.read(loop.toFile());
    assertThat(Math.max(first.getWidth(), first.getHeight())).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "--loop, loop.jpg, must end in .gif or .webp",
    "--before-after, people.png, is the photo itself",
    "--before-after, both.gif, must end in",
  })
  void nonsensicalPicturesAreUsage(String option, String name, String says) {
    assertThat(run("apply", photo, "--smile", "1", option, folder.resolve(name)))
        .isEqualTo(ExitCode.USAGE);
    assertComplains(says, "--help");
  }

  @ParameterizedTest
  @CsvSource({"--size, 0, 1 pixel or more", "--size, big, --size", "--metadata, some, no-gps"})
  void nonsensicalExportOptionsAreUsage(String option, String value, String says) {
    Path target = folder.resolve("out.jpg");
    assertThat(run("apply", photo, "--smile", "1", "--out", target, option, value))
        .isEqualTo(ExitCode.USAGE);
    assertComplains(option, says, "--help");
    assertThat(target).doesNotExist();
  }

  @Test
  void missingAndUnknownOptionsAreUsage() {
    assertThat(run("apply", photo)).isEqualTo(ExitCode.USAGE);
    assertComplains("--smile");
    err.getBuffer().setLength(0);
    assertThat(run("apply", photo, "--smile", "1")).isEqualTo(ExitCode.USAGE);
    assertComplains("--out");
    err.getBuffer().setLength(0);
    assertThat(run("faces", "--jsno", photo)).isEqualTo(ExitCode.USAGE);
    assertComplains("--jsno");
  }

  @Test
  void aPhotoWithoutAFaceGivesNothing() throws IOException {
    faces = List.of();
    assertThat(run("apply", photo, "--smile", "1", "--out", folder.resolve("out.png")))
        .isEqualTo(ExitCode.FAILED);
    assertComplains(photo.toString(), "no face found");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(photo);
    }
  }

  @Test
  void anUnknownModelIsNamed() {
    assertThat(
            run(
                "apply",
                photo,
                "--smile",
                "1",
                "--model",
                "nobody",
                "--out",
                folder.resolve("out.png")))
        .isEqualTo(ExitCode.FAILED);
    assertComplains("nobody");
  }

  @Test
  void aCancelledCommandSaysSo() {
    window =
        photos -> {
          throw new CancellationException();
        };
    assertThat(run(photo)).isEqualTo(ExitCode.CANCELLED);
    assertComplains("cancelled");
  }

  @Test
  void aBugIsOneLineToo() {
    window =
        photos -> {
          throw new IllegalStateException("first\nsecond");
        };
    assertThat(run(photo)).isEqualTo(ExitCode.FAILED);
    assertComplains("unexpected", "first; second", "doctor");
  }

  @Test
  void modelsAreListed() throws IOException {
    assertThat(run("models")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualToIgnoringNewLines("* fake  Lifts the corners (Apache-2.0)");
    out.getBuffer().setLength(0);
    assertThat(run("models", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(new ObjectMapper().readTree(out.toString()).get("id").asText()).isEqualTo("fake");
  }

  @Test
  void noModelIsAProblem() {
    models = folder;
    assertThat(run("models")).isEqualTo(ExitCode.FAILED);
    assertComplains("no model is installed");
  }

  @Test
  void theDoctorsVerdictIsTheExitCode() {
    findings = List.of(new Finding("java", true, "25"), new Finding("networks", true, "fast"));
    assertThat(run("doctor")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).containsExactly("ok   java      25", "ok   networks  fast");
    findings = List.of(new Finding("networks", false, "slow: do this"));
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("BAD  networks  slow: do this");
  }
}
