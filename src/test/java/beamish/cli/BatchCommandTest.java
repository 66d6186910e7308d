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
import beamish.face.FaceFinder;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCommandTest {
  /** A photo of this width shows nobody. */
  private static final int LANDSCAPE = 90;

  private final Lanes lanes = new Lanes();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicInteger searched = new AtomicInteger();
  private int cancelAt = Integer.MAX_VALUE;

  private Path photos;
  private Path results;
  private Path models;

  @BeforeEach
  void makeFolders(@TempDir Path temporary) throws IOException {
    photos = Files.createDirectory(temporary.resolve("photos"));
    results = temporary.resolve("results");
    models = Files.createDirectory(temporary.resolve("models"));
    FakeModels.install(models);
  }

  @AfterEach
  void stopLanes() {
    lanes.close();
  }

  private Path draw(String name, int width) throws IOException {
    Path file = photos.resolve(name);
    Files.createDirectories(file.getParent());
    PixelImage pixels = Pictures.waves(width, 80);
    new PhotoWriter()
        .write(
            new Photo(photos.resolve("none"), pixels, PhotoMetadata.NONE),
            pixels,
            file,
            ExportSettings.of(PhotoFormat.ofFileName(file).orElseThrow()));
    return file;
  }

  /** Twenty: two of them broken, one a landscape. */
  private void drawTwenty() throws IOException {
    for (int i = 1; i <= 17; i++) {
      draw(String.format("p%02d.%s", i, i % 3 == 0 ? "png" : "jpg"), 100 + i);
    }
    draw("q-landscape.jpg", LANDSCAPE);
    byte[] whole = Files.readAllBytes(photos.resolve("p01.jpg"));
    Files.write(photos.resolve("p05-cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(photos.resolve("p06-text.png"), "no photo");
  }

  private final class Finder implements FaceFinder {
    @Override
    public List<DetectedFace> find(PixelImage upright, Cancellation cancellation) {
      if (searched.incrementAndGet() >= cancelAt) {
        throw new CancellationException();
      }
      return upright.width() == LANDSCAPE ? List.of() : List.of(FakeFinder.face(50, 30, 22));
    }

    @Override
    public Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private int run(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    searched.set(0);
    Studio studio =
        new Studio(
            new PhotoReader(), new PhotoWriter(), Finder::new, FakeModels.store(models), lanes);
    return BeamishCommand.of(new Desk(studio, p -> {}, List::of))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
  }

  private int batch(Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("batch", photos, "--smile", "1", "--out", results));
    words.addAll(List.of(more));
    return run(words.toArray());
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private static List<String> exports(Path folder) throws IOException {
    return files(folder).keySet().stream().filter(n -> !n.startsWith(".")).toList();
  }

  @Test
  void goesOnAfterBadFilesAndTellsWhichAndWhy() throws IOException {
    drawTwenty();
    Map<String, byte[]> before = files(photos);
    Path report = photos.resolveSibling("report.json");

    assertThat(batch("--report", report)).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString().lines()).hasSize(2).allMatch(l -> l.startsWith("beamish: "));
    assertThat(err.toString())
        .contains("p05-cut.jpg is damaged", "p06-text.png is not a photo Beamish can read");
    assertThat(out.toString().lines())
        .hasSize(21)
        .anyMatch(l -> l.contains("q-landscape.jpg: no face found, skipped"))
        .anyMatch(l -> l.startsWith("[20/20] "))
        .anyMatch(
            l ->
                l.startsWith(
                    "20 photos: 17 written, 0 up to date, 1 without a face, 2 failed, in "));
    assertThat(exports(results)).hasSize(17).contains("p01-smile.jpg", "p03-smile.png");
    Map<String, byte[]> after = files(photos);
    assertThat(after).containsOnlyKeys(before.keySet());
    before.forEach((name, bytes) -> assertThat(after.get(name)).isEqualTo(bytes));

    JsonNode json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.get("done").asInt()).isEqualTo(17);
    assertThat(json.get("failed").asInt()).isEqualTo(2);
    assertThat(json.get("outcomes")).hasSize(20);
    assertThat(json.findValuesAsText("status")).contains("done", "failed", "no-face");
  }

  @Test
  void givesTheSameBytesAsApply() throws IOException {
    Path png = draw("a.png", 120);
    Path jpg = draw("b.jpg", 130);
    Object[] recipe = {
      "--size", "70", "--quality", "80", "--mark", "--srgb", "--metadata", "strip"
    };
    assertThat(batch(Stream.concat(Stream.of("--jobs", "2"), Stream.of(recipe)).toArray()))
        .isEqualTo(ExitCode.DONE);
    for (Path photo : List.of(png, jpg)) {
      String[] name = photo.getFileName().toString().split("\\.", -1);
      Path single = photos.resolveSibling("single." + name[1]);
      List<Object> words =
          new ArrayList<>(List.of("apply", photo, "--smile", "1", "--out", single));
      words.addAll(List.of(recipe));
      assertThat(run(words.toArray())).isEqualTo(ExitCode.DONE);
      assertThat(results.resolve(name[0] + "-smile." + name[1])).hasSameBinaryContentAs(single);
    }
  }

  @Test
  void anInterruptedRunIsResumed() throws IOException {
    drawTwenty();
    cancelAt = 8;
    assertThat(batch("--jobs", "2")).isEqualTo(ExitCode.CANCELLED);
    assertThat(err.toString().lines().toList())
        .last()
        .asString()
        .contains("cancelled; what is done stays");
    List<String> first = exports(results);
    assertThat(first).hasSizeBetween(5, 7);
    assertThat(files(results).keySet()).noneMatch(n -> n.endsWith(".part"));
    cancelAt = Integer.MAX_VALUE;
    for (String name : first) {
      new PhotoReader().read(results.resolve(name));
      Files.setLastModifiedTime(results.resolve(name), FileTime.fromMillis(1000));
    }

    assertThat(batch("--resume")).isEqualTo(ExitCode.FAILED);

    assertThat(exports(results)).hasSize(17).noneMatch(n -> n.contains("("));
    for (String name : first) {
      assertThat(Files.getLastModifiedTime(results.resolve(name)).toMillis()).isEqualTo(1000);
    }
    assertThat(out.toString()).contains(first.size() + " up to date");

    assertThat(batch("--resume")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("0 written, 17 up to date, 1 without a face, 2 failed");
    assertThat(searched).hasValue(1);
  }

  @Test
  void whatIsNoLongerRightIsWrittenAgain() throws IOException {
    draw("gone.png", 110);
    draw("changed.png", 111);
    draw("same.png", 112);
    assertThat(batch()).isEqualTo(ExitCode.DONE);
    Files.delete(results.resolve("gone-smile.png"));
    draw("changed.png", 113);
    assertThat(batch("--resume")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("2 written, 1 up to date");
    assertThat(exports(results)).hasSize(3);
    assertThat(new PhotoReader().read(results.resolve("changed-smile.png")).pixels().width())
        .isEqualTo(113);

    // Somebody else's file by now, and another recipe: neither is replaced.
    Files.writeString(results.resolve("same-smile.png"), "mine");
    assertThat(batch("--resume")).isEqualTo(ExitCode.DONE);
    assertThat(results.resolve("same-smile.png")).hasContent("mine");
    assertThat(exports(results)).contains("same-smile (2).png");
    assertThat(batch("--resume", "--srgb")).isEqualTo(ExitCode.DONE);
    assertThat(exports(results)).hasSize(7).contains("gone-smile (2).png");
  }

  @Test
  void aJournalThatWasCutOffIsUsedAsFarAsItGoes() throws IOException {
    draw("a.png", 110);
    draw("b.png", 111);
    assertThat(batch("--jobs", "1")).isEqualTo(ExitCode.DONE);
    Path journal = results.resolve(".beamish-batch.jsonl");
    String whole = Files.readString(journal);
    // a line is there before its export is
    Files.writeString(journal, whole.substring(0, whole.length() - 9));
    Files.delete(results.resolve("b-smile.png"));
    assertThat(batch("--resume")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("1 written, 1 up to date");
    assertThat(exports(results)).containsExactly("a-smile.png", "b-smile.png");
    assertThat(batch("--resume")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("0 written, 2 up to date");
  }

  @Test
  void takenNamesGetANumberOrAnError() throws IOException {
    draw("a.png", 110);
    assertThat(batch()).isEqualTo(ExitCode.DONE);
    assertThat(batch()).isEqualTo(ExitCode.DONE);
    assertThat(exports(results)).containsExactly("a-smile (2).png", "a-smile.png");
    assertThat(batch("--clash", "error")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("a.png: ", "a-smile.png is there already");
    assertThat(exports(results)).hasSize(2);
  }

  @Test
  void originalsStayEvenInTheirOwnFolder() throws IOException {
    Path a = draw("a.png", 110);
    draw("a.jpg", 111);
    byte[] before = Files.readAllBytes(a);
    Object[] words = {
      "batch", photos, "--smile", "1", "--out", photos, "--name", "{name}", "--format", "png"
    };
    assertThat(run(words)).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(a)).isEqualTo(before);
    assertThat(exports(photos)).containsExactly("a (2).png", "a (3).png", "a.jpg", "a.png");
    // What it wrote itself is no input.
    assertThat(run(Stream.concat(Stream.of(words), Stream.of("--resume")).toArray()))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("2 photos: 0 written, 2 up to date");
  }

  @Test
  void foldersInFoldersAreMirrored() throws IOException {
    draw("a.png", 110);
    draw("day 2/a.png", 111);
    draw(".hidden/a.png", 111);
    results = photos.resolve("out");
    assertThat(batch("--name", "{n}-{name}-{strength}", "--recursive")).isEqualTo(ExitCode.DONE);
    assertThat(exports(results)).containsExactly("1-a-1.png", "day 2/2-a-1.png");
    assertThat(batch("--recursive")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("2 photos: 2 written");
  }

  @Test
  void photosWithoutAFaceAreCopiedOrFailOnRequest() throws IOException {
    Path landscape = draw("view.png", LANDSCAPE);
    assertThat(batch("--no-face", "copy")).isEqualTo(ExitCode.DONE);
    assertThat(
            new PhotoReader()
                .read(results.resolve("view-smile.png"))
                .pixels()
                .hasSamePixels(new PhotoReader().read(landscape).pixels()))
        .isTrue();
    assertThat(batch("--no-face", "error")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("view.png: no face found");
  }

  @ParameterizedTest
  @CsvSource({
    "--smile, 2, between -1 and 1.5",
    "--name, a/b, name pattern",
    "--format, gif, 'jpg, png, tif or webp'",
    "--jobs, 0, between 1 and 64",
    "--clash, ask, 'number, error'",
    "--no-face, ask, 'skip, copy, error'",
  })
  void nonsenseIsUsage(String option, String value, String says) throws IOException {
    draw("a.png", 110);
    List<Object> words = new ArrayList<>(List.of("batch", photos, "--out", results));
    if (!option.equals("--smile")) {
      words.addAll(List.of("--smile", "1"));
    }
    words.addAll(List.of(option, value));
    assertThat(run(words.toArray())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(says);
    assertThat(results).doesNotExist();
  }

  @Test
  void anEmptyFolderAndAnUnknownModelFail() throws IOException {
    assertThat(batch()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no photo in it");
    draw("a.png", 110);
    assertThat(batch("--model", "nobody")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nobody");
  }
}
