package beamish.ui.photo;

import beamish.image.Box;
import beamish.image.Point;

/**
 * How a photo lies in the view: {@code view = photo · scale + offset}, in logical pixels of the
 * view. A value.
 *
 * @param viewWidth width of the view
 * @param viewHeight height of the view
 * @param photoWidth width of the photo, its pixels
 * @param photoHeight height of the photo, its pixels
 * @param scale view pixels a photo pixel
 * @param x view position of the photo's left edge
 * @param y view position of the photo's top edge
 */
record Viewport(
    double viewWidth,
    double viewHeight,
    double photoWidth,
    double photoHeight,
    double scale,
    double x,
    double y) {
  private static final double MAX_SCALE = 16;
  private static final double MARGIN = 24;

  /** The whole photo with a margin around it, never larger than {@code largest}. */
  static Viewport fit(
      double viewWidth, double viewHeight, double photoWidth, double photoHeight, double largest) {
    double across = Math.max(1, viewWidth - 2 * MARGIN) / photoWidth;
    double down = Math.max(1, viewHeight - 2 * MARGIN) / photoHeight;
    double scale = Math.min(largest, Math.min(across, down));
    return new Viewport(viewWidth, viewHeight, photoWidth, photoHeight, scale, 0, 0).settled();
  }

  /** Another scale, with the photo point under the view point (vx, vy) staying there. */
  Viewport zoomed(double newScale, double vx, double vy) {
    double least = Math.min(scale, fit(viewWidth, viewHeight, photoWidth, photoHeight, 1).scale);
    double s = Math.max(least, Math.min(MAX_SCALE, newScale));
    double k = s / scale;
    return new Viewport(
            viewWidth, viewHeight, photoWidth, photoHeight, s, vx - (vx - x) * k, vy - (vy - y) * k)
        .settled();
  }

  /** Moved by (dx, dy) view pixels. */
  Viewport panned(double dx, double dy) {
    return new Viewport(viewWidth, viewHeight, photoWidth, photoHeight, scale, x + dx, y + dy)
        .settled();
  }

  /** The same in a view of another size, about its middle. */
  Viewport resized(double width, double height) {
    return new Viewport(
            width,
            height,
            photoWidth,
            photoHeight,
            scale,
            x + (width - viewWidth) / 2,
            y + (height - viewHeight) / 2)
        .settled();
  }

  /** Whether the photo is larger than the view, so that there is something to pan. */
  boolean overflows() {
    return photoWidth * scale > viewWidth || photoHeight * scale > viewHeight;
  }

  /** A photo point in the view. */
  Point toView(Point photo) {
    return new Point(photo.x() * scale + x, photo.y() * scale + y);
  }

  /** A view point in the photo. */
  Point toPhoto(double vx, double vy) {
    return new Point((vx - x) / scale, (vy - y) / scale);
  }

  /** The part of the photo that can be seen, in whole photo pixels; may be empty. */
  Box visible() {
    double left = Math.max(0, Math.floor(-x / scale));
    double top = Math.max(0, Math.floor(-y / scale));
    double right = Math.min(photoWidth, Math.ceil((viewWidth - x) / scale));
    double bottom = Math.min(photoHeight, Math.ceil((viewHeight - y) / scale));
    return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** The same with {@code share} of the view's size on every side, within the photo. */
  Box visibleAndAround(double share) {
    double dx = share * viewWidth;
    double dy = share * viewHeight;
    return new Viewport(
            viewWidth + 2 * dx, viewHeight + 2 * dy, photoWidth, photoHeight, scale, x + dx, y + dy)
        .visible();
  }

  /**
   * The same with the photo's corner on a whole device pixel, without which 100 % would be blurred
   * by up to half a pixel.
   *
   * @param outputScale device pixels a view pixel
   */
  Viewport snapped(double outputScale) {
    return new Viewport(
        viewWidth,
        viewHeight,
        photoWidth,
        photoHeight,
        scale,
        Math.rint(x * outputScale) / outputScale,
        Math.rint(y * outputScale) / outputScale);
  }

  /** Centred where it is smaller than the view; else no further than its edge to the view's. */
  private Viewport settled() {
    return new Viewport(
        viewWidth,
        viewHeight,
        photoWidth,
        photoHeight,
        scale,
        settle(x, photoWidth * scale, viewWidth),
        settle(y, photoHeight * scale, viewHeight));
  }

  private static double settle(double at, double length, double view) {
    return length <= view ? (view - length) / 2 : Math.min(0, Math.max(view - length, at));
  }
}
