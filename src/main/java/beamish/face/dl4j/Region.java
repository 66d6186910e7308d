package beamish.face.dl4j;

import beamish.face.FaceCandidate;
import beamish.face.GreyView;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;

/** A reduced grey part of a photo, large enough for every look at one face or mouth. */
record Region(PixelImage grey, Similarity toPhoto) {
  /** Grey pixels over the edge: a little more than a network sees there. */
  private static final int DETAIL = 130;

  /** For what is {@code size} photo pixels across, about {@code centre}. */
  static Region around(PixelImage photo, Point centre, double size) {
    int factor = Math.max(1, (int) (size / DETAIL));
    double reach = 1.3 * size;
    int left = (int) Math.max(0, centre.x() - reach);
    int top = (int) Math.max(0, centre.y() - reach);
    int right = (int) Math.min(photo.width(), centre.x() + reach);
    int bottom = (int) Math.min(photo.height(), centre.y() + reach);
    int columns = Math.max(1, (right - left) / factor);
    int rows = Math.max(1, (bottom - top) / factor);
    return new Region(
        GreyView.reduced(photo, left, top, columns, rows, factor),
        new Similarity(factor, 0, left, top));
  }

  /** Where to look first for the face of a candidate. */
  TwinViews.Square square(FaceCandidate c) {
    Similarity fromPhoto = toPhoto.inverse();
    Similarity back = c.photoToSquare().inverse();
    Point left = fromPhoto.apply(back.apply(FaceCandidate.LEFT_EYE));
    Point right = fromPhoto.apply(back.apply(FaceCandidate.RIGHT_EYE));
    return new TwinViews.Square(grey, LandmarkLayout.photoToSquare(left, right));
  }
}
