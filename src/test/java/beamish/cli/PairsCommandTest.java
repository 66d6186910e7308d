package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.fake.CodedFaces;
import beamish.fake.CodedFaces.Face;
import beamish.fake.FakeModels;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class PairsCommandTest {
  @TempDir private Path folder;
  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stopLanes() {
    lanes.close();
  }

  private int run(String... args) {
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            CodedFaces::finder,
            CodedFaces::likeness,
            FakeModels.store(folder.resolve("models")),
            lanes);
    return BeamishCommand.of(new Desk(studio, photos -> {}, List::of))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private void writePhotos() throws IOException {
    CodedFaces.write(folder.resolve("1.png"), true, new Face(0, 0));
    CodedFaces.write(folder.resolve("2.png"), true, new Face(0, .3));
    CodedFaces.write(folder.resolve("x_neutral.png"), true, new Face(1, 0));
    CodedFaces.write(folder.resolve("x_smile.png"), false, new Face(1, .3));
    CodedFaces.write(folder.resolve("y.png"), true);
    Files.writeString(folder.resolve("z.jpg"), "no photo");
  }

  @Test
  void listsPairsVerdictsAndWhatIsLeft() throws IOException {
    writePhotos();
    assertThat(run("pairs", folder.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().replace(folder + "/", "").lines())
        .containsExactly(
            "x_neutral.png -> x_smile.png  by name  blurred (x_smile.png)",
            "1.png -> 2.png  by likeness  good  part-1",
            "y.png  no face",
            "z.jpg  unreadable",
            "2 pairs, 1 to train on; 2 photos without a partner");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void asJsonALineEach() throws IOException {
    writePhotos();
    assertThat(run("pairs", folder.toString(), "--json")).isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(4);
    JsonNode pair = new ObjectMapper().readTree(lines.get(0));
    assertThat(pair.path("found").asText()).isEqualTo("name");
    assertThat(pair.path("verdict").asText()).isEqualTo("blurred");
    assertThat(pair.path("photo").asText()).endsWith("x_smile.png");
    assertThat(new ObjectMapper().readTree(lines.get(3)).path("unpaired").asText())
        .endsWith("z.jpg");
  }

  @Test
  void noPairAndNoPhotoAreProblems() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("pairs", empty.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(empty.toString(), "no photo is in it");
    CodedFaces.write(empty.resolve("1.png"), true, new Face(0, 0));
    assertThat(run("pairs", empty.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no pair was found");
    assertThat(run("pairs", folder.resolve("none").toString())).isEqualTo(ExitCode.FAILED);
    assertThat(run("pairs")).isEqualTo(ExitCode.USAGE);
  }
}
