package beamish.edit;

import beamish.codec.SrgbView;
import beamish.image.AreaAverage;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Similarity;

/** One face as it would look with another smile, small. */
public final class FacePicture {
  private FacePicture() {}

  /**
   * Renders it from the preview; what the other faces' edits know stays as it is. On the model
   * lane.
   *
   * @param face whose smile is shown; all others are as photographed
   * @param edge of the picture at most, pixels; nothing is enlarged
   * @return square, 8 bit, sRGB
   */
  public static PixelImage render(OpenPhoto open, int face, FaceSmile smile, int edge) {
    PixelImage preview = open.largestPreview().pixels();
    double scale = open.largestPreview().scale();
    Box box = open.face(face).box();
    double wish = Math.max(box.width(), box.height()) * scale;
    int size = (int) Math.max(1, Math.min(wish, Math.min(preview.width(), preview.height())));
    int x = place(box.centre().x() * scale, size, preview.width());
    int y = place(box.centre().y() * scale, size, preview.height());
    PixelImage part = preview.part(x, y, size, size);
    int shown = Math.min(size, edge);
    PixelImage view = shown == size ? part : AreaAverage.shrink(part, shown, shown);
    Similarity toPhoto = new Similarity((double) size / shown / scale, 0, x / scale, y / scale);
    PixelImage edited = open.renderOn(view, toPhoto, SmileSettings.NONE.with(face, smile));
    return SrgbView.opaque(SrgbView.toSrgb(edited, open.photo().metadata()));
  }

  private static int place(double centre, int size, int limit) {
    return (int) Math.max(0, Math.min(limit - size, centre - size / 2.));
  }
}
