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
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private List<DetectedFace> faces = List.of(FakeFinder.face(60, 50, 40));
  private Path models;
  private Path neutral;
  private Path smiling;
  private Path held;

  @BeforeEach
  void draw(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    FakeModels.install(models);
    neutral = Files.createDirectory(folder.resolve("neutral"));
    smiling = Files.createDirectory(folder.resolve("smiling"));
    for (String name : List.of("ann", "bob", "eve")) {
      write(neutral.resolve(name + ".png"), Pictures.waves(120, 120));
      write(smiling.resolve(name + ".png"), Pictures.waves(140, 130));
    }
    held = Files.writeString(folder.resolve("held.txt"), "eve\n");
  }

  private static void write(Path file, PixelImage picture) {
    new PhotoWriter()
        .write(
            new Photo(file.resolveSibling("none"), picture, PhotoMetadata.NONE),
            picture,
            file,
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
    String[] args = new String[words.length + 1];
    args[0] = "evaluate";
    for (int i = 0; i < words.length; i++) {
      args[i + 1] = words[i].toString();
    }
    return BeamishCommand.of(new Desk(studio, photos -> {}, List::of))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void measuresPhotosWithoutPairs() throws IOException {
    Path sheet = neutral.resolveSibling("faces.jpg");
    assertThat(run("--photos", neutral, "--photos-sheet", sheet)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("ann.png", "face found in 3 of 3", "photos sheet: " + sheet)
        // the fake finder sees every mouth as wide as before
        .contains("0 as the finder sees each edit alone", "not monotone to the finder");
    PixelImage picture = new PhotoReader().read(sheet).pixels();
    assertThat(picture.width()).isGreaterThan(3 * 4 * 220);
    assertThat(picture.height()).isBetween(220, 260);
  }

  @Test
  void tellsPhotosWithoutFaces() {
    faces = List.of();
    assertThat(run("--photos", neutral)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("bob.png: no face found", "face found in 0 of 3");
  }

  @Test
  void measuresBaselinesAndGroupsBesideTheModel() throws IOException {
    Path info =
        Files.writeString(neutral.resolveSibling("info.csv"), "id,kind\nann,a\nbob,b\neve,b\n");
    assertThat(
            run(
                "--neutral",
                neutral,
                "--smiling",
                smiling,
                "--validation",
                held,
                "--baselines",
                "--info",
                info,
                "--photos",
                neutral,
                "--json"))
        .isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("model").asText()).isEqualTo("fake");
    assertThat(json.get("meanDistance").isNumber()).isTrue();
    assertThat(json.get("people")).hasSize(1);
    assertThat(json.get("people").get(0).get("edits").get(6).get("mouth").has("teeth")).isTrue();
    assertThat(json.get("compared")).hasSize(2);
    assertThat(json.get("compared").get(1).get("name").asText()).isEqualTo("ridge");
    assertThat(json.get("calming").get("steps")).hasSize(2);
    assertThat(json.get("interior").get("open").asInt()).isZero();
    assertThat(json.get("groups").get(0).get("group").asText()).isEqualTo("b");
    assertThat(json.get("photos").get("found").asInt()).isEqualTo(3);
  }

  @Test
  void askedForNothingSaysWhatToGive() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--neutral and --smiling, or --photos");
  }

  @Test
  void oneHalfOfThePairsMakesNoSense() {
    assertThat(run("--neutral", neutral)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("give both");
  }

  @Test
  void baselinesNeedPeopleToLearnFrom() throws IOException {
    assertThat(run("--neutral", neutral, "--smiling", smiling, "--baselines"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--validation");
    Files.writeString(held, "ann\neve\n");
    assertThat(run("--neutral", neutral, "--smiling", smiling, "--validation", held, "--baselines"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("held.txt", "fewer than two pairs");
  }

  @Test
  void aSheetWithoutFormatIsRefusedAtOnce() {
    assertThat(run("--photos", neutral, "--photos-sheet", "faces")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("faces: name it .png or .jpg");
    assertThat(run("--photos-sheet", "faces.png")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anEmptyFolderIsNamed(@TempDir Path empty) {
    assertThat(run("--photos", empty)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(empty.toString(), "no photo is in it");
  }
}
