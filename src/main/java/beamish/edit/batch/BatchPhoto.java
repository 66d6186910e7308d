package beamish.edit.batch;

import beamish.codec.PhotoFolder;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A photo to be exported.
 *
 * @param file where it lies
 * @param folder where its export belongs, as a path within the output folder; empty for the folder
 *     itself
 */
public record BatchPhoto(Path file, Path folder) {
  /**
   * The photos that files and folders mean, in their order, a folder's by name, none twice. Files
   * named one by one are taken whatever they are; of a folder, what is called like a photo and is
   * not hidden.
   *
   * @param recursive whether the folders in folders are gone through, each export then lying in a
   *     folder of the same name
   * @param out what lies in it is no input, except by its own name
   * @param ours files that earlier runs wrote
   * @throws Problem if a folder cannot be read
   */
  public static List<BatchPhoto> in(
      List<Path> inputs, boolean recursive, Path out, Collection<Path> ours) {
    List<BatchPhoto> all = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path input : inputs) {
      if (!Files.isDirectory(input)) {
        add(all, seen, new BatchPhoto(input, Path.of("")));
        continue;
      }
      for (Path file : files(input, recursive)) {
        boolean written =
            ours.contains(whole(file)) || (isBelow(file, out) && !isBelow(input, out));
        if (!written) {
          Path parent = input.relativize(file).getParent();
          add(all, seen, new BatchPhoto(file, parent == null ? Path.of("") : parent));
        }
      }
    }
    return all;
  }

  /** The one spelling of a path that comparisons use. */
  static Path whole(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static void add(List<BatchPhoto> all, Set<Path> seen, BatchPhoto photo) {
    if (seen.add(whole(photo.file))) {
      all.add(photo);
    }
  }

  private static List<Path> files(Path folder, boolean recursive) {
    try {
      return PhotoFolder.photosIn(folder, recursive ? Integer.MAX_VALUE : 1);
    } catch (IOException e) {
      throw new Problem(folder + " cannot be read: check its permissions", e);
    }
  }

  private static boolean isBelow(Path file, Path folder) {
    return whole(file).startsWith(whole(folder));
  }
}
