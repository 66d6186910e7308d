package beamish.edit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import beamish.edit.FacePlaces;
import beamish.edit.SmileSettings;
import beamish.expression.SmileParts;
import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.job.Lanes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SidecarTest {
  private static final DetectedFace LEFT = FakeFinder.face(100, 100, 40);
  private static final DetectedFace RIGHT = FakeFinder.face(300, 120, 50);
  private static final List<DetectedFace> BOTH = List.of(LEFT, RIGHT);

  @TempDir Path folder;
  private Path photo;
  private Sidecars sidecars;

  @BeforeEach
  void photo() throws IOException {
    photo = Files.writeString(folder.resolve("a.jpg"), "the photo's bytes");
    sidecars = Sidecars.besidePhotos(folder.resolve("user/edits"));
  }

  static Project project(double... strengths) {
    EditHistory history = EditHistory.NONE;
    for (double each : strengths) {
      history = history.commit(EditStep.Kind.FACE, history.present().with(1, each));
    }
    return new Project("fake", BOTH.stream().map(KnownFace::of).toList(), history, null);
  }

  private Sidecar.Restored reopened() {
    return sidecars.open(photo).restore(BOTH);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void comesBackAsItWas() throws IOException {
    assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.NOTHING);
    Project kept = project(.5, 1, -.25);
    Project undone =
        new Project(
            "fake", kept.faces(), kept.history().at(2), SmileSettings.NONE.with(1, .5).with(0, 1));
    assertThat(sidecars.open(photo).write(undone)).isEmpty();
    assertThat(names()).containsExactly("a.jpg", "a.jpg.beamish");
    Sidecar.Restored restored = reopened();
    assertThat(restored.finding()).isEqualTo(Sidecar.Finding.EDIT);
    assertThat(restored.history()).isEqualTo(undone.history());
    assertThat(restored.history().canRedo()).isTrue();
    assertThat(restored.exported()).isEqualTo(undone.exported());
    assertThat(sidecars.isEdited(photo)).isTrue();
    assertThat(Files.readString(photo)).isEqualTo("the photo's bytes");
  }

  @Test
  void strengthsFindTheirFacesAgain() {
    sidecars.open(photo).write(project(.5));
    DetectedFace moved = FakeFinder.face(306, 117, 52);
    DetectedFace other = FakeFinder.face(200, 300, 40);
    Sidecar.Restored restored = sidecars.open(photo).restore(List.of(other, moved, LEFT));
    assertThat(restored.history().present()).isEqualTo(SmileSettings.NONE.with(1, .5));
    restored = sidecars.open(photo).restore(List.of(moved, LEFT));
    assertThat(restored.history().present()).isEqualTo(SmileSettings.NONE.with(0, .5));
  }

  private static final Landmarks THIRD = FakeFinder.face(200, 250, 40).landmarks();

  /** Face 1 is moved, faces 2 and 3 are added, and 2 is taken away again. */
  private static Project placed() {
    FacePlaces moved = FacePlaces.NONE.with(1, FakeFinder.face(303, 122, 51).landmarks());
    FacePlaces added = moved.with(2, FakeFinder.face(60, 250, 30).landmarks());
    FacePlaces more = added.with(3, THIRD);
    SmileSettings smile = SmileSettings.NONE.with(1, .5).with(3, 1);
    EditHistory history =
        EditHistory.NONE
            .commit(EditStep.Kind.MOVE_POINTS, SmileSettings.NONE, moved)
            .commit(EditStep.Kind.ADD_FACE, SmileSettings.NONE, added)
            .commit(EditStep.Kind.ADD_FACE, SmileSettings.NONE, more)
            .commit(EditStep.Kind.ALL_FACES, smile)
            .commit(EditStep.Kind.REMOVE_FACE, smile, more.without(2));
    return new Project("fake", project().faces(), history, smile);
  }

  @Test
  void facesPutByHandComeBack() {
    sidecars.open(photo).write(placed());
    Sidecar.Restored restored = reopened();
    assertThat(restored.finding()).isEqualTo(Sidecar.Finding.EDIT);
    assertThat(restored.history()).isEqualTo(placed().history());
    assertThat(restored.history().places().landmarks()).containsOnlyKeys(1, 3);
    assertThat(restored.exported()).isEqualTo(placed().exported());
  }

  @Test
  void anAddedFaceThatIsFoundByNowIsThatOne() {
    sidecars.open(photo).write(placed());
    DetectedFace found = FakeFinder.face(202, 251, 41);
    EditHistory history = sidecars.open(photo).restore(List.of(LEFT, found, RIGHT)).history();
    assertThat(history.places().landmarks()).containsOnlyKeys(1, 2).containsEntry(1, THIRD);
    assertThat(history.present()).isEqualTo(SmileSettings.NONE.with(1, 1).with(2, .5));
    assertThat(history.steps().get(1).places()).containsOnlyKeys(3);
    sidecars.open(photo).write(new Project("fake", known(LEFT, found, RIGHT), history, null));
    assertThat(sidecars.open(photo).restore(List.of(LEFT, found, RIGHT)).history())
        .isEqualTo(history);
  }

  private static List<KnownFace> known(DetectedFace... faces) {
    return Stream.of(faces).map(KnownFace::of).toList();
  }

  @Test
  void anEditOfTheFirstVersionIsRead() throws IOException {
    sidecars.open(photo).write(project(.5, 1));
    Path beside = folder.resolve("a.jpg.beamish");
    String second = Files.readString(beside);
    String first =
        second
            .replace("\"version\" : 3", "\"version\" : 1")
            .replaceAll(",\\s*\"(places|parts)\" : \\{ }", "");
    assertThat(first).doesNotContain("places").doesNotContain("parts").contains("\"version\" : 1");
    Files.writeString(beside, first);
    assertThat(reopened().history()).isEqualTo(project(.5, 1).history());
    Files.writeString(beside, second.replaceAll(",\\s*\"places\" : \\{ }", ""));
    assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.DAMAGED);
  }

  @Test
  void anEditOfTheSecondVersionIsRead() throws IOException {
    Project kept = project(.5, 1);
    SmileSettings exported = SmileSettings.NONE.with(1, .5);
    sidecars.open(photo).write(new Project("fake", kept.faces(), kept.history(), exported));
    Path beside = folder.resolve("a.jpg.beamish");
    String second =
        Files.readString(beside)
            .replace("\"version\" : 3", "\"version\" : 2")
            .replaceAll(",\\s*\"parts\" : \\{ }", "")
            .replaceAll("\"strengths\" : (\\{[^}]*})\\s*}\\s*}$", "$1 }")
            .replaceAll("\"exported\" : \\{\\s*\\{", "\"exported\" : {");
    assertThat(second).doesNotContain("parts").containsPattern("\"exported\" : \\{\\s*\"1\"");
    Files.writeString(beside, second);
    assertThat(reopened().history()).isEqualTo(kept.history());
    assertThat(reopened().exported()).isEqualTo(exported);
  }

  private static Project parted() {
    SmileSettings smile = SmileSettings.NONE.with(1, .5);
    SmileSettings shown = smile.with(1, new SmileParts(1.25, .5, 0));
    SmileSettings both = shown.with(0, SmileParts.NEUTRAL.withSymmetry(1));
    EditHistory history =
        EditHistory.NONE
            .commit(EditStep.Kind.FACE, smile)
            .commit(EditStep.Kind.PARTS, shown)
            .commit(EditStep.Kind.PARTS, both)
            .commit(EditStep.Kind.RESET_ALL, SmileSettings.NONE);
    return new Project("fake", project().faces(), history.at(3), shown);
  }

  @Test
  void partsComeBackWithTheirFaces() {
    sidecars.open(photo).write(parted());
    assertThat(reopened().history()).isEqualTo(parted().history());
    assertThat(reopened().exported()).isEqualTo(parted().exported());
    Sidecar.Restored turned = sidecars.open(photo).restore(List.of(RIGHT, LEFT));
    assertThat(turned.history().present().parts(0)).isEqualTo(new SmileParts(1.25, .5, 0));
    assertThat(turned.history().present().parts(1)).isEqualTo(new SmileParts(1, 1, 1));
    assertThat(turned.exported())
        .isEqualTo(SmileSettings.NONE.with(0, .5).with(0, new SmileParts(1.25, .5, 0)));
  }

  @Test
  void partsThatMakeNoSenseAreRefused() {
    String whole =
        new String(
            ProjectFormat.bytes(new ProjectFormat.Content(PhotoId.of(photo), null, parted())),
            StandardCharsets.UTF_8);
    for (String[] change :
        new String[][] {
          {"\"eyes\" : 1.25", "\"eyes\" : 1.75"},
          {"\"teeth\" : 0.5", "\"teeth\" : -0.5"},
          {"\"teeth\" : 0.5", "\"teeth\" : \"NaN\""},
          {"\"symmetry\"", "\"evenness\""},
          {"\"parts\" : {\n    \"0\"", "\"parts\" : {\n    \"7\""},
          {"\"parts\"", "\"part\""}
        }) {
      String changed = whole.replace(change[0], change[1]);
      assertThat(changed).as(change[1]).isNotEqualTo(whole);
      assertThatThrownBy(() -> ProjectFormat.read(changed.getBytes(StandardCharsets.UTF_8)))
          .as(change[1])
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void placesThatMakeNoSenseAreRefused() {
    String whole =
        new String(
            ProjectFormat.bytes(new ProjectFormat.Content(PhotoId.of(photo), null, placed())),
            StandardCharsets.UTF_8);
    for (String[] change :
        new String[][] {
          {"\"2\" : [ 45.0", "\"5\" : [ 45.0"},
          {"\"2\" : [ 45.0", "\"-1\" : [ 45.0"},
          {"\"2\" : [ 45.0", "\"2\" : [ 74.0"},
          {"\"2\" : [ 45.0", "\"2\" : [ \"NaN\""},
          {"\"3\" : [ 180.0,", "\"3\" : [ "},
          {"\"places\"", "\"place\""}
        }) {
      String changed = whole.replace(change[0], change[1]);
      assertThat(changed).as(change[1]).isNotEqualTo(whole);
      assertThatThrownBy(() -> ProjectFormat.read(changed.getBytes(StandardCharsets.UTF_8)))
          .as(change[1])
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEditOfAFaceThatIsGoneIsSetAside() throws IOException {
    sidecars.open(photo).write(project(.5));
    Sidecar sidecar = sidecars.open(photo);
    Sidecar.Restored restored = sidecar.restore(List.of(LEFT));
    assertThat(restored.finding()).isEqualTo(Sidecar.Finding.FACES_LOST);
    assertThat(restored.history()).isEqualTo(EditHistory.NONE);
    assertThat(sidecar.write(project(1))).contains(folder.resolve("a.jpg.beamish.bak"));
    assertThat(Files.readString(folder.resolve("a.jpg.beamish.bak"))).contains("0.5");
    assertThat(sidecar.write(project(1, .1))).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSetAside() throws IOException {
    Path beside = folder.resolve("a.jpg.beamish");
    Files.writeString(beside, "not JSON");
    assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.DAMAGED);
    assertThat(sidecars.open(photo).write(project(1)))
        .contains(folder.resolve("a.jpg.beamish.bak"));
    Files.writeString(
        beside, Files.readString(beside).replace("\"version\" : 3", "\"version\" : 4"));
    assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.NEWER);
    assertThat(sidecars.open(photo).write(project(.2)))
        .contains(folder.resolve("a.jpg.beamish.bak2"));
    Files.writeString(photo, "another photo");
    assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.OTHER_PHOTO);
    assertThat(reopened().history()).isEqualTo(EditHistory.NONE);
    assertThat(sidecars.open(photo).write(project(.3)))
        .contains(folder.resolve("a.jpg.beamish.bak3"));
    assertThat(Files.readString(folder.resolve("a.jpg.beamish.bak"))).isEqualTo("not JSON");
    assertThat(Files.readString(folder.resolve("a.jpg.beamish.bak3"))).contains("0.2");
    assertThat(reopened().history().present().strength(1)).isEqualTo(.3);
  }

  @Test
  void whatAnotherWindowWroteMeanwhileIsSetAside() throws IOException {
    Sidecar one = sidecars.open(photo);
    one.write(project(.5));
    sidecars.open(photo).write(project(.7));
    Files.setLastModifiedTime(
        folder.resolve("a.jpg.beamish"), FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(one.write(project(.9))).isPresent();
    assertThat(Files.readString(folder.resolve("a.jpg.beamish.bak"))).contains("0.7");
  }

  @Test
  void everyPartOfAFileIsRefused() throws IOException {
    sidecars.open(photo).write(project(.5, 1));
    byte[] whole = Files.readAllBytes(folder.resolve("a.jpg.beamish"));
    assertThat(ProjectFormat.read(whole).project()).isEqualTo(project(.5, 1));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ProjectFormat.read(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nonsenseIsRefused() {
    String whole =
        new String(
            ProjectFormat.bytes(new ProjectFormat.Content(PhotoId.of(photo), null, project(.5, 1))),
            StandardCharsets.UTF_8);
    for (String[] change :
        new String[][] {
          {"\"position\" : 2", "\"position\" : 3"},
          {"\"position\" : 2", "\"position\" : 1"},
          {"\"1\" : 1.0", "\"1\" : 1.7"},
          {"\"1\" : 1.0", "\"2\" : 1.0"},
          {"\"kind\" : \"FACE\"", "\"kind\" : null"},
          {"beamish-edit", "another"},
          {"\"sha256\" : \"", "\"sha256\" : \"../"},
          {"\"model\"", "\"toy\""}
        }) {
      String changed = whole.replace(change[0], change[1]);
      assertThat(changed).isNotEqualTo(whole);
      assertThatThrownBy(() -> ProjectFormat.read(changed.getBytes(StandardCharsets.UTF_8)))
          .as(change[1])
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void goesToTheUsersFolderWhereThePhotosIsNoPlace() throws IOException {
    // no room for a longer name, which holds for root too
    photo = Files.writeString(folder.resolve("x".repeat(250) + ".jpg"), "bytes");
    sidecars.open(photo).write(project(.5));
    assertThat(names()).hasSize(2);
    assertThat(folder.resolve("user/edits").toFile().list())
        .containsExactly(PhotoId.of(photo).sha256() + ".beamish");
    assertThat(reopened().history().present().strength(1)).isEqualTo(.5);

    photo = Files.copy(photo, folder.resolve("copy.jpg"));
    assertThat(reopened().history().present().strength(1)).isEqualTo(.5);
    Sidecar sidecar = sidecars.open(photo);
    sidecar.write(project(.6));
    assertThat(names()).contains("copy.jpg.beamish");
    photo = folder.resolve("x".repeat(250) + ".jpg");
    assertThat(reopened().history().present().strength(1)).as("the first one's own").isEqualTo(.5);
  }

  @Test
  void theUsersFolderIsLeftOnceThePhotosCanBeWritten() throws IOException {
    Path user = Files.createDirectories(folder.resolve("user/edits"));
    Files.write(
        user.resolve(PhotoId.of(photo).sha256() + ".beamish"),
        ProjectFormat.bytes(
            new ProjectFormat.Content(
                PhotoId.of(photo), photo.toAbsolutePath().normalize().toString(), project(.9))));
    assertThat(sidecars.isEdited(photo)).isTrue();
    sidecars.open(photo).write(project(.6));
    assertThat(user.toFile().list()).isEmpty();
    assertThat(reopened().history().present().strength(1)).isEqualTo(.6);
    Files.writeString(photo, "other bytes");
    assertThat(sidecars.isEdited(photo)).as("it was, and an export says so").isTrue();
    assertThat(sidecars.open(photo).history().steps()).isEmpty();
  }

  @Test
  void aLaterStateInTheUsersFolderWinsForTheSamePhotoOnly() throws IOException {
    sidecars.open(photo).write(project(.5));
    Path user = Files.createDirectories(folder.resolve("user/edits"));
    Path own = user.resolve(PhotoId.of(photo).sha256() + ".beamish");
    FileTime later = FileTime.from(Instant.now().plusSeconds(5));
    for (Path place : List.of(photo, folder.resolve("elsewhere.jpg"))) {
      Files.write(
          own,
          ProjectFormat.bytes(
              new ProjectFormat.Content(PhotoId.of(photo), place.toString(), project(.9))));
      Files.setLastModifiedTime(own, later);
      assertThat(reopened().history().present().strength(1))
          .isEqualTo(place.equals(photo) ? .9 : .5);
    }
  }

  @Test
  void keepsNothingWhereNothingIsKept() throws IOException {
    Sidecars none = Sidecars.none();
    none.open(photo).write(project(.5));
    assertThat(names()).containsExactly("a.jpg");
    assertThat(none.open(photo).restore(BOTH).finding()).isEqualTo(Sidecar.Finding.NOTHING);
  }

  @Test
  void oldLeftoversAreClearedUp() throws IOException {
    Path old = Files.writeString(folder.resolve(".a.jpg.beamish.0123.part"), "half");
    Path young = Files.writeString(folder.resolve(".a.jpg.beamish.4567.part"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
    sidecars.open(photo);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  /** What a reader finds at any moment is what a kill at that moment would leave. */
  @Test
  void whoeverReadsMeanwhileFindsAWholeEdit() throws Exception {
    EditStep step = new EditStep(EditStep.Kind.FACE, Map.of(1, .5));
    EditHistory history = new EditHistory(Collections.nCopies(20_000, step), 1);
    Project large = new Project("fake", project().faces(), history, null);
    Sidecar sidecar = sidecars.open(photo);
    sidecar.write(large);
    byte[] whole = Files.readAllBytes(folder.resolve("a.jpg.beamish"));
    AtomicBoolean done = new AtomicBoolean();
    try (Lanes lanes = new Lanes()) {
      CompletableFuture<Boolean> same =
          Lanes.on(
              lanes.io(),
              () -> {
                boolean all = true;
                while (!done.get()) {
                  all &= Arrays.equals(whole, bytes(folder.resolve("a.jpg.beamish")));
                }
                return all;
              });
      for (int i = 0; i < 30; i++) {
        sidecar.write(large);
      }
      done.set(true);
      assertThat(same.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process is killed while it saves again and again: a whole edit must be there each time. */
  @Test
  void aKillAtAnyMomentLeavesAWholeEdit() throws Exception {
    Path sidecar = folder.resolve("a.jpg.beamish");
    for (int kill = 0; kill < 2; kill++) {
      FileTime before =
          Files.exists(sidecar) ? Files.getLastModifiedTime(sidecar) : FileTime.fromMillis(0);
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SavesForever.class.getName(),
                  photo.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(sidecar) || Files.getLastModifiedTime(sidecar).equals(before)) {
          assertThat(System.nanoTime()).isLessThan(patience);
          Thread.sleep(5);
        }
        Thread.sleep(53L * kill);
      } finally {
        child.destroyForcibly().waitFor();
      }
      assertThat(reopened().finding()).isEqualTo(Sidecar.Finding.EDIT);
      assertThat(reopened().history().steps()).hasSizeGreaterThanOrEqualTo(500);
    }
  }

  /** Saves until it is killed. */
  static final class SavesForever {
    private SavesForever() {}

    public static void main(String[] args) {
      double[] strengths = new double[500];
      for (int i = 0; i < strengths.length; i++) {
        strengths[i] = (i + 1) / 500.0;
      }
      Sidecar sidecar =
          Sidecars.besidePhotos(Path.of(args[0]).resolveSibling("user")).open(Path.of(args[0]));
      Project all = project(strengths);
      while (true) {
        EditHistory history = all.history().commit(EditStep.Kind.FACE, SmileSettings.NONE);
        all = new Project(all.model(), all.faces(), history, null);
        sidecar.write(all);
        history = history.commit(EditStep.Kind.FACE, SmileSettings.NONE.with(0, 1));
        all = new Project(all.model(), all.faces(), history, null);
        sidecar.write(all);
      }
    }
  }
}
