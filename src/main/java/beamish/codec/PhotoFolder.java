package beamish.codec;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which files are photos, told by their names. Any thread. */
public final class PhotoFolder {
  /** What photos' names end in, in lower case and without the dot. */
  public static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "bmp");

  private static final Logger LOG = LoggerFactory.getLogger(PhotoFolder.class);

  private PhotoFolder() {}

  /**
   * The photos in a folder and in the folders in it, by name; itself, where it is a photo. Hidden
   * files and folders are left out, and folders in it that may not be read are passed over.
   *
   * @param depth how far down: 1 for the folder alone
   * @throws IOException if the folder itself cannot be read
   */
  public static List<Path> photosIn(Path folder, int depth) throws IOException {
    List<Path> photos = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return dir.equals(folder) || !isHidden(dir)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean seen = file.equals(folder) || !isHidden(file);
            // a link is what it leads to
            if (seen && isPhotoName(file) && Files.isRegularFile(file)) {
              photos.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return passOver(file, e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            return e == null ? FileVisitResult.CONTINUE : passOver(dir, e);
          }

          private FileVisitResult passOver(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            LOG.info("{} cannot be read and is passed over", file, e);
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(photos);
    return photos;
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static boolean isPhotoName(Path file) {
    String name = String.valueOf(file.getFileName());
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
