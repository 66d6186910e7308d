package beamish.edit;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoWriter;
import beamish.image.PixelImage;
import beamish.image.SideBySide;
import java.nio.file.Path;

/** The photo and its edit in one picture, side by side. */
public final class BeforeAfter {
  private BeforeAfter() {}

  /**
   * Writes the picture: the colours are the photo's, its metadata are not, since they speak of one
   * picture.
   *
   * @param edited of the photo's own size, depth and channels
   * @param settings their long edge is that of both together
   * @throws beamish.job.Problem as {@link PhotoWriter#write}
   */
  public static void write(
      PhotoWriter writer, Photo photo, PixelImage edited, Path target, ExportSettings settings) {
    PixelImage joined = SideBySide.of(photo.pixels(), edited);
    PhotoMetadata colours = new PhotoMetadata(null, null, photo.metadata().icc());
    writer.write(new Photo(photo.source(), joined, colours), joined, target, settings);
  }
}
