package beamish.ui.session;

import beamish.codec.PhotoFolder;
import beamish.job.Problem;
import beamish.job.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** From what was named, files and folders, to photos. On the io lane. */
final class PhotoFolders {
  private PhotoFolders() {}

  /**
   * The files among {@code paths} as they are, and the photos right in each folder, by name.
   *
   * @throws Problem if a folder cannot be read
   */
  static List<Path> expand(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(photosIn(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> photosIn(Path folder) {
    try {
      return PhotoFolder.photosIn(folder, 1).stream()
          .sorted(Comparator.comparing(PhotoFolders::sortKey))
          .toList();
    } catch (IOException e) {
      throw new Problem(
          Words.of("file.unreadable", "{0} cannot be read: check its permissions", folder), e);
    }
  }

  /** By name whatever its case, and numbers by their size: 9 before 10. */
  private static String sortKey(Path file) {
    StringBuilder key = new StringBuilder();
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (int i = 0; i < name.length(); ) {
      int end = i;
      while (end < name.length() && Character.isDigit(name.charAt(end))) {
        end++;
      }
      if (end > i) {
        String digits = name.substring(i, end);
        key.append("0".repeat(Math.max(0, 20 - digits.length()))).append(digits);
        i = end;
      } else {
        key.append(name.charAt(i++));
      }
    }
    return key.toString();
  }
}
