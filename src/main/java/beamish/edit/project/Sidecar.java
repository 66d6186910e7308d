package beamish.edit.project;

import beamish.edit.EditHistory;
import beamish.edit.SmileSettings;
import beamish.face.DetectedFace;
import beamish.job.Problem;
import beamish.job.WholeFile;
import beamish.job.Words;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps one photo's edit. It is there as a whole or not at all, whenever the process
 * ends, and one that this object has neither read nor written is set aside before it is replaced.
 *
 * <p>Not thread-safe; {@link Autosave} writes one at a time, on the io lane.
 */
public final class Sidecar {
  private static final long MAX_BYTES = 64L << 20;
  private static final String ASIDE = ".bak";

  private final Path photo;
  private final PhotoId id;

  /** Beside the photo, then in the user's folder; none where nothing is kept. */
  private final List<Path> places;

  private final Map<Path, FileTime> known = new HashMap<>();
  private final Finding finding;
  private final @Nullable Project project;
  private final boolean edited;

  /** What there was when the photo was opened. */
  public enum Finding {
    /** Nothing. */
    NOTHING,
    /** An edit of this photo. */
    EDIT,
    /** A file that cannot be understood. */
    DAMAGED,
    /** A file that a later version wrote. */
    NEWER,
    /** An edit of another photo, or of this one before its file was changed. */
    OTHER_PHOTO,
    /** An edit of this photo of which faces were not found again. */
    FACES_LOST
  }

  /**
   * An edit, ready to go on with.
   *
   * @param finding where it came from
   * @param history its steps, counting the faces as they were found now
   * @param exported the strengths exported last, likewise; null where there was no export
   */
  public record Restored(Finding finding, EditHistory history, @Nullable SmileSettings exported) {}

  Sidecar(Path photo, PhotoId id, List<Path> places) {
    this.photo = photo;
    this.id = id;
    this.places = places;
    Optional<Path> source = source();
    Project read = null;
    boolean changes = false;
    Finding found = Finding.NOTHING;
    if (source.isPresent()) {
      try {
        FileTime time = Files.getLastModifiedTime(source.get());
        ProjectFormat.Content content = content(source.get());
        changes = !content.project().history().present().isNone();
        if (content.photo().isSamePhoto(id)) {
          found = Finding.EDIT;
          read = content.project();
          known.put(source.get(), time);
        } else {
          found = Finding.OTHER_PHOTO;
        }
      } catch (ProjectFormat.NewerVersionException e) {
        found = Finding.NEWER;
      } catch (IOException e) {
        found = Finding.DAMAGED;
      }
    }
    finding = found;
    project = read;
    edited = changes;
  }

  /** The file beside the photo, or the user's own, where that is a later state of the same. */
  private Optional<Path> source() {
    List<Path> there = places.stream().filter(Files::exists).toList();
    if (there.size() < 2) {
      return there.stream().findFirst();
    }
    try {
      boolean later =
          Files.getLastModifiedTime(there.get(1)).compareTo(Files.getLastModifiedTime(there.get(0)))
              > 0;
      return Optional.of(there.get(later && place().equals(content(there.get(1)).place()) ? 1 : 0));
    } catch (IOException e) {
      return Optional.of(there.get(0));
    }
  }

  private String place() {
    return photo.toAbsolutePath().normalize().toString();
  }

  static ProjectFormat.Content content(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("larger than any edit");
    }
    return ProjectFormat.read(Files.readAllBytes(file));
  }

  /** Whether {@code other} is for the same file, and that has not changed in between. */
  public boolean isForSame(Sidecar other) {
    return photo.equals(other.photo) && id.isSamePhoto(other.id);
  }

  /** Whether there is an edit that changes something, if only of the photo as it once was. */
  boolean isEdited() {
    return edited;
  }

  /** The steps of the edit, counting the faces as it does; none where there is no such edit. */
  public EditHistory history() {
    return project == null ? EditHistory.NONE : project.history();
  }

  /** The photo that it belongs to. */
  public Path photo() {
    return photo;
  }

  /**
   * What was read, for the faces as they were found now. One that a hand had added and that is
   * found by now is that found one; the others come after the found ones.
   */
  public Restored restore(List<DetectedFace> faces) {
    if (project == null) {
      return new Restored(finding, EditHistory.NONE, null);
    }
    EditHistory history = project.history();
    IntUnaryOperator toNew = KnownFace.numbering(project.faces(), history, faces);
    boolean lost =
        history.steps().stream()
            .flatMap(
                s ->
                    Stream.of(s.strengths(), s.parts(), s.places())
                        .flatMap(m -> m.keySet().stream()))
            .anyMatch(face -> toNew.applyAsInt(face) < 0);
    if (lost) {
      // what is written from now on lacks them
      known.clear();
    }
    SmileSettings exported = project.exported();
    return new Restored(
        lost ? Finding.FACES_LOST : finding,
        history.renumbered(toNew),
        exported == null ? null : exported.renumbered(toNew));
  }

  /**
   * Writes an edit in place of the one before.
   *
   * @return where a file was set aside that would else have been replaced unread
   * @throws Problem if it cannot be written anywhere
   */
  Optional<Path> write(Project next) {
    IOException first = null;
    for (Path place : places) {
      try {
        Optional<Path> aside = write(next, place);
        forgetLaterPlaces(place);
        return aside;
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw new Problem(
          Words.of(
              "edit.unsaved",
              "The edit of {0} cannot be saved; free some space or check the permissions",
              photo),
          first);
    }
    return Optional.empty();
  }

  private Optional<Path> write(Project next, Path place) throws IOException {
    boolean beside = place.equals(places.get(0));
    Path folder = place.toAbsolutePath().getParent();
    if (!beside && folder != null) {
      Files.createDirectories(folder);
    }
    byte[] bytes =
        ProjectFormat.bytes(new ProjectFormat.Content(id, beside ? null : place(), next));
    Optional<Path> aside = setAside(place);
    WholeFile.write(place, bytes);
    known.put(place, Files.getLastModifiedTime(place));
    return aside;
  }

  private Optional<Path> setAside(Path place) throws IOException {
    if (!Files.exists(place) || Files.getLastModifiedTime(place).equals(known.get(place))) {
      return Optional.empty();
    }
    for (int number = 1; ; number++) {
      Path aside = place.resolveSibling(place.getFileName() + ASIDE + (number > 1 ? number : ""));
      try {
        return Optional.of(Files.move(place, aside));
      } catch (FileAlreadyExistsException e) {
        // the next number may be free
      }
    }
  }

  /**
   * Where the photo's folder can be written again, the user's own file has had its day; but not one
   * that another copy of the photo has left there.
   */
  private void forgetLaterPlaces(Path place) {
    for (Path later : places.subList(places.indexOf(place) + 1, places.size())) {
      if (known.remove(later) != null) {
        try {
          if (place().equals(content(later).place())) {
            Files.deleteIfExists(later);
          }
        } catch (IOException e) {
          // the edit is saved, and is later than this file
        }
      }
    }
  }
}
