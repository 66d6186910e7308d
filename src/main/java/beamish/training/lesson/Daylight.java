package beamish.training.lesson;

import beamish.expression.EditGeometry;
import beamish.expression.Rendition;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.training.PairSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads photos as a model will see the face in them when it has learned from them: see {@link
 * Rendition}. Photos in which no face is found, or one that is shown as it is, are as they were.
 */
final class Daylight implements Function<Path, PixelImage> {
  private static final int SIZE = EditGeometry.CROP;

  private final Function<Path, PixelImage> reader;
  private final FaceFinder finder;
  private final Cancellation cancellation;

  Daylight(Function<Path, PixelImage> reader, FaceFinder finder, Cancellation cancellation) {
    this.reader = reader;
    this.finder = finder;
    this.cancellation = cancellation;
  }

  @Override
  public PixelImage apply(Path file) {
    PixelImage photo = reader.apply(file);
    Optional<DetectedFace> face = PairSet.largest(finder.find(photo, cancellation));
    if (face.isEmpty()) {
      return photo;
    }
    Similarity toCrop = CropTemplate.photoToCrop(face.get().landmarks());
    FloatImage crop = AlignedCrop.square(photo, toCrop, SIZE);
    return Rendition.of(crop, face.get().landmarks().map(toCrop))
        .map(r -> shown(photo, toCrop, r))
        .orElse(photo);
  }

  private static PixelImage shown(PixelImage photo, Similarity toCrop, Rendition rendition) {
    int w = photo.width();
    byte[] out = new byte[3 * w * photo.height()];
    float max = photo.maxSample();
    float[] rgb = new float[3];
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < w; x++) {
        Point at = toCrop.apply(new Point(x + .5, y + .5));
        for (int c = 0; c < 3; c++) {
          rgb[c] = photo.sample(x, y, photo.isColour() ? c : 0) / max;
        }
        rendition.show(at.x(), at.y(), rgb);
        for (int c = 0; c < 3; c++) {
          out[3 * (y * w + x) + c] = (byte) Math.round(255 * Math.min(1, Math.max(0, rgb[c])));
        }
      }
    }
    return PixelImage.of8(w, photo.height(), 3, out);
  }
}
