package beamish.face.dl4j;

import beamish.image.Similarity;

/**
 * A small change of a square that is looked at again.
 *
 * @param degrees it is turned about its middle
 * @param zoom above 1, less is seen
 */
record Nudge(double degrees, double zoom) {
  static final Nudge NONE = new Nudge(0, 1);

  Similarity about() {
    double a = zoom * Math.cos(Math.toRadians(degrees));
    double b = zoom * Math.sin(Math.toRadians(degrees));
    return new Similarity(a, b, .5 - .5 * a + .5 * b, .5 - .5 * b - .5 * a);
  }
}
