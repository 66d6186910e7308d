package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exports photos: JPEG, PNG, TIFF and WebP, with the original's metadata and colour profile.
 * Stateless, so any thread may use it.
 *
 * <p>A file is written beside its target, forced to disk, read back and only then moved into place,
 * so that whatever fails, the target is what it was and nothing else is left.
 */
public final class PhotoWriter {

  /**
   * Writes {@code pixels}, in the size and colours that {@code settings} ask for, with what they
   * keep of the metadata of {@code original}.
   *
   * <p>PNG and TIFF keep every sample as it is; JPEG and WebP reduce 16 bits to 8, rounded, and
   * JPEG lays transparency on white. The profile is left out where it does not describe such pixels
   * (CMYK). The EXIF thumbnail is left out, since it shows the photo before the edit.
   *
   * @param target replaced if it exists; where it is a link, the file it leads to
   * @throws Problem if {@code target} is the opened file and may not be replaced, or cannot be
   *     written
   */
  public void write(Photo original, PixelImage pixels, Path target, ExportSettings settings) {
    ExportPicture picture = ExportPicture.of(pixels, original.metadata(), settings);
    PhotoFormat format = settings.format();
    int side = Math.max(picture.pixels().width(), picture.pixels().height());
    if (side > format.maxSide()) {
      throw new Problem(
          String.format(
              "%s cannot be %s: a side of %d pixels is more than its %d; choose %s",
              target, format.label(), side, format.maxSide(), PhotoFormat.TIFF.label()));
    }
    Path file = placeOf(target);
    refuseOriginal(original, file, target, settings);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Problem(target + " cannot be saved: there is no such folder; create it first");
    }
    Path part = folder.resolve("." + file.getFileName() + "." + suffix() + ".part");
    try {
      encode(picture, part, settings);
      WrittenFile.check(part, format, picture.pixels().width(), picture.pixels().height());
      moveIntoPlace(part, file);
    } catch (IOException e) {
      throw new Problem(target + " cannot be saved: " + why(e, folder), e);
    } catch (OutOfMemoryError e) {
      throw new Problem(target + " cannot be saved: not enough memory; close other photos", e);
    } finally {
      removeLeftover(part);
    }
  }

  /**
   * What {@link #write} would make.
   *
   * @param bytes the file's size
   * @param width of the picture in it, pixels
   * @param height of the picture in it, pixels
   */
  public record Trial(long bytes, int width, int height) {}

  /**
   * How large a file {@link #write} would make, found by making it in the folder for temporary
   * files, which it leaves as it was.
   *
   * @throws Problem if it cannot be made
   */
  public Trial trial(Photo original, PixelImage pixels, ExportSettings settings) {
    try {
      ExportPicture picture = ExportPicture.of(pixels, original.metadata(), settings);
      Path folder = Files.createTempDirectory("beamish-");
      Path file = folder.resolve("trial");
      try {
        encode(picture, file, settings);
        return new Trial(Files.size(file), picture.pixels().width(), picture.pixels().height());
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new Problem("the size of the export cannot be told: " + e.getMessage(), e);
    }
  }

  /** The file that a write to {@code target} replaces, links followed. */
  private static Path placeOf(Path target) {
    if (Files.isDirectory(target) || target.getFileName() == null) {
      throw new Problem(target + " is a folder: name a file in it");
    }
    try {
      return target.toRealPath();
    } catch (IOException e) {
      return target;
    }
  }

  private static void refuseOriginal(
      Photo original, Path file, Path target, ExportSettings settings) {
    if (settings.mayReplaceOriginal()) {
      return;
    }
    boolean same;
    try {
      same = Files.isSameFile(original.source(), file);
    } catch (IOException e) {
      // One of them does not exist: then only the name can be the same.
      same = original.source().toAbsolutePath().normalize().equals(file.toAbsolutePath());
    }
    if (same) {
      throw new Problem(target + " is the opened photo itself: choose another name");
    }
  }

  private static String suffix() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  private static void encode(ExportPicture picture, Path part, ExportSettings settings)
      throws IOException {
    PixelImage pixels = picture.pixels();
    PhotoMetadata metadata = picture.metadata();
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      switch (settings.format()) {
        case JPEG -> JpegEncoder.encode(pixels, metadata, settings.quality(), out);
        case PNG -> PngEncoder.encode(pixels, metadata, out);
        case TIFF -> TiffEncoder.encode(pixels, metadata, out);
        case WEBP -> WebpEncoder.encode(pixels, metadata, settings.quality(), out);
      }
      out.force(true);
    }
  }

  private static void moveIntoPlace(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void removeLeftover(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The first failure is the one worth telling, and a folder that vanished holds nothing.
      part.toFile().deleteOnExit();
    }
  }

  /**
   * What went wrong, and what to do. Libraries wrap what the disk said, so all causes are asked.
   */
  static String why(IOException e, Path folder) {
    StringBuilder said = new StringBuilder();
    String first = null;
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof AccessDeniedException) {
        return "no permission to write in " + folder + "; choose another folder";
      }
      String reason = t instanceof FileSystemException f ? f.getReason() : t.getMessage();
      if (reason != null && !reason.isBlank()) {
        first = first == null ? reason.strip().lines().findFirst().orElse("") : first;
        said.append(reason).append('\n');
      }
    }
    String all = said.toString();
    if (all.contains("No space left") || all.contains("not enough space")) {
      return "the disk is full; free some space or choose another folder";
    }
    if (all.contains("Read-only")) {
      return "the disk is read-only; choose another folder";
    }
    if (all.contains("name too long")) {
      return "the name is too long; choose a shorter one";
    }
    if (!Files.isDirectory(folder)) {
      return "the folder is gone; create it again";
    }
    return (first == null ? "it cannot be written there" : first) + "; choose another folder";
  }
}
