package beamish.edit.project;

import beamish.job.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where edits are kept: beside each photo as {@code NAME.EXT.beamish}, or, where the photo's folder
 * cannot be written, in a folder of the user's, under the photo's SHA-256. The photo itself is
 * never touched. Any thread; meant for the io lane.
 */
public final class Sidecars {
  /** What a sidecar's name adds to its photo's. */
  public static final String EXTENSION = ".beamish";

  /** Nothing of ours takes as long to write. */
  private static final Duration LEFTOVER = Duration.ofMinutes(1);

  private final @Nullable Path userFolder;

  private Sidecars(@Nullable Path userFolder) {
    this.userFolder = userFolder;
  }

  /** Sidecars beside the photos, or else in {@code userFolder}, which is made when needed. */
  public static Sidecars besidePhotos(Path userFolder) {
    return new Sidecars(userFolder);
  }

  /** Neither reads nor writes anything. */
  public static Sidecars none() {
    return new Sidecars(null);
  }

  /**
   * Reads what is kept of a photo's edit, if anything, and clears up what a killed process left.
   *
   * @throws beamish.job.Problem if the photo cannot be read
   */
  public Sidecar open(Path photo) {
    if (userFolder != null) {
      WholeFile.removeLeftovers(beside(photo), LEFTOVER);
    }
    return read(photo);
  }

  private Sidecar read(Path photo) {
    PhotoId id = PhotoId.of(photo);
    return new Sidecar(
        photo,
        id,
        userFolder == null ? List.of() : List.of(beside(photo), inUserFolder(userFolder, id)));
  }

  /**
   * Whether a photo has an edit that changes it, be it of the photo as it was before its file
   * changed, which whoever uses the edit is then told; false where that cannot be told. The photo
   * itself is read only where there may be one.
   */
  public boolean isEdited(Path photo) {
    if (userFolder == null) {
      return false;
    }
    try {
      return (Files.exists(beside(photo)) || holdsAny(userFolder)) && read(photo).isEdited();
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  private static boolean holdsAny(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      return all.iterator().hasNext();
    }
  }

  static Path beside(Path photo) {
    return photo.resolveSibling(photo.getFileName() + EXTENSION);
  }

  private static Path inUserFolder(Path folder, PhotoId id) {
    return folder.resolve(id.sha256() + EXTENSION);
  }
}
