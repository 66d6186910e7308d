package beamish.face.dl4j;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.PixelImage;
import beamish.image.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Photos of faces, 8-bit RGB, made harder to read. */
final class HardFaces {
  private HardFaces() {}

  /**
   * Seen out of focus.
   *
   * @param sigma standard deviation of the blur, pixels
   */
  static PixelImage outOfFocus(PixelImage photo, double sigma) {
    int w = photo.width();
    int h = photo.height();
    FloatImage planes = FloatImage.zeros(3, h, w);
    for (int i = 0; i < planes.data().length; i++) {
      planes.data()[i] = photo.sample(i % (w * h) * 3 + i / (w * h));
    }
    float[] soft = GaussianBlur.of(planes, sigma).data();
    byte[] samples = new byte[soft.length];
    for (int i = 0; i < soft.length; i++) {
      samples[i % (w * h) * 3 + i / (w * h)] = (byte) Math.round(soft[i]);
    }
    return PixelImage.of8(w, h, 3, samples);
  }

  /** Behind glasses with a dark frame whose lenses tint a little and mirror a window. */
  static PixelImage inGlasses(PixelImage photo, Landmarks face) {
    int w = photo.width();
    int h = photo.height();
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < w * h; i++) {
      image.setRGB(
          i % w,
          i / w,
          photo.sample(3 * i) << 16 | photo.sample(3 * i + 1) << 8 | photo.sample(3 * i + 2));
    }
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Point middle = face.leftEye().middle(face.rightEye());
    g.translate(middle.x(), middle.y());
    g.rotate(Math.toRadians(face.rollDegrees()));
    g.scale(face.eyeDistance(), face.eyeDistance());
    g.setStroke(new BasicStroke(.06f));
    for (double eye : new double[] {-.5, .5}) {
      var lens = new RoundRectangle2D.Double(eye - .4, -.24, .8, .56, .4, .4);
      g.setColor(new Color(60, 50, 40, 50));
      g.fill(lens);
      g.setColor(new Color(255, 255, 255, 90));
      g.fill(new RoundRectangle2D.Double(eye + .05, -.18, .2, .16, .04, .04));
      g.setColor(new Color(30, 25, 25));
      g.draw(lens);
      g.draw(new Line2D.Double(2.8 * eye, -.06, 1.8 * eye, -.06));
    }
    g.draw(new Line2D.Double(-.1, -.02, .1, -.02));
    g.dispose();
    byte[] samples = new byte[3 * w * h];
    for (int i = 0; i < w * h; i++) {
      int rgb = image.getRGB(i % w, i / w);
      samples[3 * i] = (byte) (rgb >> 16);
      samples[3 * i + 1] = (byte) (rgb >> 8);
      samples[3 * i + 2] = (byte) rgb;
    }
    return PixelImage.of8(w, h, 3, samples);
  }
}
