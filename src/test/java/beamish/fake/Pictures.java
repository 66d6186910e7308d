package beamish.fake;

import beamish.codec.Photo;
import beamish.codec.PhotoMetadata;
import beamish.edit.OpenPhoto;
import beamish.face.DetectedFace;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.ui.session.ScreenArea;
import beamish.ui.session.ShownPhoto;
import java.nio.file.Path;

/** Pictures drawn by code. */
public final class Pictures {

  private Pictures() {}

  /** 8-bit RGB with soft waves all over, so that any motion shows. */
  public static PixelImage waves(int width, int height) {
    byte[] bytes = new byte[width * height * 3];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes[i++] = (byte) (128 + 60 * Math.sin(x * .31) * Math.cos(y * .23));
        bytes[i++] = (byte) (110 + 50 * Math.sin((x + y) * .17));
        bytes[i++] = (byte) (90 + 40 * Math.cos(x * .11 - y * .29));
      }
    }
    return PixelImage.of8(width, height, 3, bytes);
  }

  /** A photo of waves with these faces, open with the fake model. */
  public static ShownPhoto shown(int width, int height, int edge, DetectedFace... faces) {
    return shown(new FakeModel(), width, height, edge, faces);
  }

  /** The same, edited by a model. */
  public static ShownPhoto shown(
      FakeModel model, int width, int height, int edge, DetectedFace... faces) {
    Photo photo = new Photo(Path.of("waves.png"), waves(width, height), PhotoMetadata.NONE);
    OpenPhoto open =
        OpenPhoto.open(
            photo, new FakeFinder(faces), model, edge, new Cancellation(), Progress.NONE);
    return new ShownPhoto(open, ScreenArea.of(open.preview(), photo));
  }
}
