package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Problem;
import beamish.job.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

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
    write(original, pixels, target, settings, whole -> {});
  }

  /**
   * The same for somebody who keeps a record.
   *
   * @param finished told of the file when it is whole and not yet in its place; what it throws
   *     leaves the target as it was
   */
  public void write(
      Photo original,
      PixelImage pixels,
      Path target,
      ExportSettings settings,
      Consumer<Path> finished) {
    ExportPicture picture = picture(original, pixels, settings, target);
    PhotoFormat format = settings.format();
    SavedFile.write(
        original.source(),
        target,
        settings.mayReplaceOriginal(),
        part -> {
          encode(picture, part, settings);
          WrittenFile.check(part, format, picture.pixels().width(), picture.pixels().height());
          finished.accept(part);
        });
  }

  /** What is to be written, which the format can hold. */
  private static ExportPicture picture(
      Photo original, PixelImage pixels, ExportSettings settings, Path target) {
    ExportPicture picture = ExportPicture.of(pixels, original.metadata(), settings);
    PhotoFormat format = settings.format();
    int side = Math.max(picture.pixels().width(), picture.pixels().height());
    if (side > format.maxSide()) {
      throw new Problem(
          Words.of(
              "save.side",
              "{0} cannot be {1}: a side of {2} pixels is more than its {3}; choose {4}",
              target,
              format.label(),
              side,
              format.maxSide(),
              PhotoFormat.TIFF.label()));
    }
    return picture;
  }

  /**
   * Writes an endless animation that goes through {@code steps} and back again.
   *
   * @param steps at least one, 8-bit RGB, all of one size
   * @param target its ending tells the format, {@link LoopFormat#GIF} if it tells none; replaced if
   *     it exists; where it is a link, the file it leads to
   * @throws Problem if {@code target} is the opened file, or cannot be written
   */
  public void writeLoop(Photo original, List<PixelImage> steps, Path target) {
    LoopFormat format = LoopFormat.ofFileName(target).orElse(LoopFormat.GIF);
    SavedFile.write(
        original.source(),
        target,
        false,
        part -> {
          switch (format) {
            case GIF -> GifLoop.encode(steps, part);
            case WEBP -> Files.write(part, WebpEncoder.loop(steps), StandardOpenOption.CREATE_NEW);
          }
        });
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
      ExportPicture picture = picture(original, pixels, settings, original.source());
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
    }
  }
}
