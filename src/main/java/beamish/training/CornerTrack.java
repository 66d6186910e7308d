package beamish.training;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.opencv.DenseFlow;

/**
 * Follows the skin at the corners of a mouth from the untouched photo through edits that grow
 * stronger, from each to the next by optical flow. It knows nothing of the edits, and tells small
 * steps of wide mouths apart, where a network that finds mouths in single pictures draws them
 * towards the usual width.
 */
final class CornerTrack {
  /** Of the part of the photo that is followed, in mouth widths. */
  private static final double COLUMNS = 2;

  private static final double ROWS = 1.4;

  /** The flow at a corner is the mean over so many pixels to each side. */
  private static final int AROUND = 2;

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final double eyes;
  private Point leftCorner;
  private Point rightCorner;
  private PixelImage last;

  /** Begins at the mouth of a face of {@code photo}. */
  CornerTrack(PixelImage photo, Landmarks face) {
    Point middle = face.leftMouth().middle(face.rightMouth());
    double wide = COLUMNS * face.mouthWidth();
    double high = ROWS * face.mouthWidth();
    left = (int) Math.max(0, middle.x() - wide / 2);
    top = (int) Math.max(0, middle.y() - high / 2);
    width = (int) Math.min(photo.width() - left, wide);
    height = (int) Math.min(photo.height() - top, high);
    leftCorner = new Point(face.leftMouth().x() - left, face.leftMouth().y() - top);
    rightCorner = new Point(face.rightMouth().x() - left, face.rightMouth().y() - top);
    eyes = face.eyeDistance();
    last = grey(photo);
  }

  /**
   * How far apart the corners have come to lie.
   *
   * @param edited the photo, of the same size, a little stronger edited than at the last call
   * @return over the face's eye distance
   */
  double next(PixelImage edited) {
    PixelImage now = grey(edited);
    FloatImage flow = DenseFlow.between(last, now);
    leftCorner = moved(flow, leftCorner);
    rightCorner = moved(flow, rightCorner);
    last = now;
    return leftCorner.distanceTo(rightCorner) / eyes;
  }

  private Point moved(FloatImage flow, Point corner) {
    int x0 = Math.min(width - 1 - AROUND, Math.max(AROUND, (int) Math.round(corner.x())));
    int y0 = Math.min(height - 1 - AROUND, Math.max(AROUND, (int) Math.round(corner.y())));
    double x = 0;
    double y = 0;
    for (int dy = -AROUND; dy <= AROUND; dy++) {
      for (int dx = -AROUND; dx <= AROUND; dx++) {
        x += flow.at(0, x0 + dx, y0 + dy);
        y += flow.at(1, x0 + dx, y0 + dy);
      }
    }
    int count = (2 * AROUND + 1) * (2 * AROUND + 1);
    return new Point(corner.x() + x / count, corner.y() + y / count);
  }

  /** The followed part in 8-bit grey: the mean of the colours, or the one there is. */
  private PixelImage grey(PixelImage photo) {
    byte[] grey = new byte[width * height];
    int colours = photo.isColour() ? 3 : 1;
    for (int i = 0; i < grey.length; i++) {
      int sum = 0;
      for (int c = 0; c < colours; c++) {
        sum += photo.sample(left + i % width, top + i / width, c);
      }
      grey[i] = (byte) (sum * 255L / colours / photo.maxSample());
    }
    return PixelImage.of8(width, height, 1, grey);
  }
}
