package beamish.edit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoWriter;
import beamish.fake.Pictures;
import beamish.fake.SmallDisk;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits and exports on a real disk that is full. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class FullDiskTest {
  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private Optional<SmallDisk> mounted = Optional.empty();
  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(folder, 4);
    assumeTrue(mounted.isPresent(), "skipped: nobody may mount a small disk here");
    disk = mounted.get();
  }

  @AfterEach
  void close() throws Exception {
    lanes.close();
    if (mounted.isPresent()) {
      mounted.get().close();
    }
  }

  private List<String> names() throws IOException {
    try (var all = Files.walk(disk.path())) {
      return all.filter(Files::isRegularFile)
          .map(f -> String.valueOf(f.getFileName()))
          .filter(name -> !name.equals("full"))
          .sorted()
          .toList();
    }
  }

  private static double kept(Sidecars sidecars, Path photo) {
    return sidecars.open(photo).history().present().strength(1);
  }

  @Test
  void theLastEditStaysAndTheNextIsSavedOnceThereIsRoom() throws Exception {
    Path photo = Files.writeString(disk.path().resolve("a.jpg"), "bytes");
    Sidecars sidecars = Sidecars.besidePhotos(disk.path().resolve("user"));
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    Autosave autosave = new Autosave(sidecars.open(photo), lanes.io(), aside -> {}, failures::add);
    autosave.soon(SidecarTest.project(.5));
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(failures).isEmpty();

    disk.fill();
    autosave.soon(SidecarTest.project(.7));
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).isInstanceOf(Problem.class).hasMessageContaining("cannot be saved");
    assertThat(kept(sidecars, photo)).isEqualTo(.5);
    assertThat(names()).containsExactly("a.jpg", "a.jpg.beamish");

    disk.clear();
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(kept(sidecars, photo)).isEqualTo(.7);
  }

  @Test
  void anEditGoesToTheUsersFolderWhereOnlyThePhotosDiskIsFull() throws Exception {
    Path photo = Files.writeString(disk.path().resolve("a.jpg"), "bytes");
    Path user = folder.resolve("user");
    Sidecars sidecars = Sidecars.besidePhotos(user);
    disk.fill();
    sidecars.open(photo).write(SidecarTest.project(.7));
    assertThat(names()).containsExactly("a.jpg");
    assertThat(kept(sidecars, photo)).isEqualTo(.7);
  }

  @Test
  void anExportLeavesNothingHalfAndWhatWasThereWhole() throws Exception {
    PixelImage pixels = Pictures.waves(700, 500);
    Photo photo = new Photo(folder.resolve("none"), pixels, PhotoMetadata.NONE);
    PhotoWriter writer = new PhotoWriter();
    for (PhotoFormat format : List.of(PhotoFormat.PNG, PhotoFormat.JPEG, PhotoFormat.TIFF)) {
      Path target = disk.path().resolve("out." + format.name());
      Files.writeString(target, "of yesterday");
      ExportSettings over = new ExportSettings(format, 1, true);
      disk.fill();
      assertThatThrownBy(() -> writer.write(photo, pixels, target, over))
          .isInstanceOf(Problem.class)
          .hasMessageMatching("[^\n]+")
          .hasMessageContaining(target.toString());
      assertThat(target).hasContent("of yesterday");
      assertThat(names()).containsExactly("out." + format.name());
      disk.clear();
      writer.write(photo, pixels, target, over);
      assertThat(Files.size(target)).isGreaterThan(1000);
      Files.delete(target);
    }
  }
}
