package beamish.training.lesson;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoWriter;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One face of a photo of several, as a photo of its own in the lesson's folder: whoever trains
 * takes the largest face of a photo, and need not know that somebody meant another one.
 */
public final class FaceCut {
  /** As much around the crop as a training looks at. */
  private static final double MARGIN = .3;

  private FaceCut() {}

  /**
   * Writes the face's part of the photo, its pixels as they are.
   *
   * @return the file
   * @throws Problem if it cannot be written
   */
  public static Path write(LessonFolder folder, Photo photo, SeenPhoto seen, int face) {
    Path file = folder.cut(seen, face);
    PixelImage part = part(photo.pixels(), seen.faces().get(face).landmarks());
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new Problem(file + ": cannot be written; free space there", e);
    }
    // where and when it was taken is told by the photo itself
    PhotoMetadata colours = new PhotoMetadata(null, null, photo.metadata().icc());
    new PhotoWriter()
        .write(
            new Photo(file, part, colours),
            part,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, true).replacingOriginal(true));
    return file;
  }

  private static PixelImage part(PixelImage photo, Landmarks face) {
    Similarity toPhoto = CropTemplate.photoToCrop(face).inverse();
    double left = photo.width();
    double top = photo.height();
    double right = 0;
    double bottom = 0;
    for (double u : new double[] {-MARGIN, 1 + MARGIN}) {
      for (double v : new double[] {-MARGIN, 1 + MARGIN}) {
        Point corner = toPhoto.apply(new Point(u, v));
        left = Math.min(left, corner.x());
        top = Math.min(top, corner.y());
        right = Math.max(right, corner.x());
        bottom = Math.max(bottom, corner.y());
      }
    }
    int x = (int) Math.max(0, left);
    int y = (int) Math.max(0, top);
    int columns = (int) Math.min(photo.width(), right) - x;
    int rows = (int) Math.min(photo.height(), bottom) - y;
    return photo.part(x, y, columns, rows);
  }
}
