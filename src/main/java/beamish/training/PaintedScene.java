package beamish.training;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What the sample pictures show around the faces, drawn by code: backdrops and clothes. */
final class PaintedScene {
  private PaintedScene() {}

  static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return g;
  }

  /** A studio backdrop, lighter in the middle. */
  static BufferedImage studio(int width, int height, Color centre, Color edge) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image);
    g.setPaint(
        new RadialGradientPaint(
            width / 2f,
            height * .45f,
            Math.max(width, height) * .75f,
            new float[] {0, 1},
            new Color[] {centre, edge}));
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  /** A room out of focus: a wall, a bright window, a door and a shelf. */
  static BufferedImage room(int width, int height) {
    int small = 24;
    int w = width / small;
    int h = height / small;
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image);
    g.setPaint(new GradientPaint(0, 0, new Color(196, 187, 172), w, h, new Color(140, 131, 120)));
    g.fillRect(0, 0, w, h);
    g.setColor(new Color(238, 240, 236));
    for (int pane = 0; pane < 2; pane++) {
      g.fill(new Rectangle2D.Double(w * (.04 + .11 * pane), h * .05, w * .10, h * .52));
    }
    g.setColor(new Color(112, 92, 74));
    g.fill(new Rectangle2D.Double(w * .83, h * .04, w * .12, h));
    g.setColor(new Color(122, 106, 88));
    g.fill(new Rectangle2D.Double(w * .40, h * .20, w * .30, h * .03));
    Color[] books = {
      new Color(120, 70, 60),
      new Color(70, 92, 110),
      new Color(176, 160, 110),
      new Color(84, 104, 80)
    };
    for (int i = 0; i < 9; i++) {
      g.setColor(books[i % books.length]);
      double tall = h * (.09 + .015 * (i * 5 % 4));
      g.fill(new Rectangle2D.Double(w * (.42 + .028 * i), h * .20 - tall, w * .022, tall));
    }
    g.dispose();
    BufferedImage soft = image;
    for (int i = 0; i < 2; i++) {
      soft = blurred(soft);
    }
    BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D l = graphics(large);
    l.drawImage(soft, 0, 0, width, height, null);
    l.dispose();
    return large;
  }

  private static BufferedImage blurred(BufferedImage image) {
    float[] kernel = {1, 2, 1, 2, 4, 2, 1, 2, 1};
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= 16;
    }
    BufferedImage out =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.dispose();
    return new java.awt.image.ConvolveOp(
            new java.awt.image.Kernel(3, 3, kernel), java.awt.image.ConvolveOp.EDGE_NO_OP, null)
        .filter(image, out);
  }

  /**
   * A pullover over the shoulders of a cut-out.
   *
   * @param eyeX middle between the pupils
   * @param eyeY likewise
   * @param eyes distance of the pupils, the drawing's unit
   * @param chin how far the chin lies below the eyes, in eye distances
   */
  static void pullover(
      BufferedImage onto, double eyeX, double eyeY, double eyes, double chin, Color wool) {
    int w = onto.getWidth();
    int h = onto.getHeight();
    BufferedImage cloth = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(cloth);
    AffineTransform place = AffineTransform.getTranslateInstance(eyeX, eyeY);
    place.scale(eyes, eyes);
    double collar = chin + .12;
    Path2D body = new Path2D.Double();
    body.moveTo(-.93, collar + .08);
    body.curveTo(-1.5, collar + .30, -2.2, collar + .42, -2.55, collar + .62);
    body.curveTo(-2.95, collar + .85, -3.05, collar + 1.5, -3.1, collar + 4);
    body.lineTo(3.1, collar + 4);
    body.curveTo(3.05, collar + 1.5, 2.95, collar + .85, 2.55, collar + .62);
    body.curveTo(2.2, collar + .42, 1.5, collar + .30, .93, collar + .08);
    body.curveTo(.72, collar + .62, .35, collar + .72, 0, collar + .72);
    body.curveTo(-.35, collar + .72, -.72, collar + .62, -.93, collar + .08);
    body.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            (float) (eyeY + eyes * collar),
            wool,
            0,
            (float) (eyeY + eyes * (collar + 2.6)),
            shade(wool, .62)));
    g.fill(place.createTransformedShape(body));
    Path2D rib = new Path2D.Double();
    rib.moveTo(-.90, collar + .13);
    rib.curveTo(-.70, collar + .68, -.35, collar + .79, 0, collar + .79);
    rib.curveTo(.35, collar + .79, .70, collar + .68, .90, collar + .13);
    g.setComposite(AlphaComposite.SrcAtop);
    g.setColor(shade(wool, .8));
    g.setStroke(
        new BasicStroke((float) (.16 * eyes), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(place.createTransformedShape(rib));
    g.setColor(shade(wool, .55));
    g.setStroke(new BasicStroke((float) (.012 * eyes)));
    AffineTransform down = new AffineTransform(place);
    down.translate(0, .085);
    g.draw(down.createTransformedShape(rib));
    g.dispose();
    weave(cloth, eyes);
    Graphics2D o = graphics(onto);
    o.drawImage(cloth, 0, 0, null);
    o.dispose();
  }

  /** Fine knit and broad folds. */
  private static void weave(BufferedImage cloth, double eyes) {
    SplittableRandom random = new SplittableRandom(5);
    double stitch = Math.max(4, eyes / 28);
    for (int y = 0; y < cloth.getHeight(); y++) {
      for (int x = 0; x < cloth.getWidth(); x++) {
        int argb = cloth.getRGB(x, y);
        if (argb >>> 24 == 0) {
          continue;
        }
        double knit = .03 * Math.sin(x / stitch * Math.PI) * Math.sin(y / stitch * 2.2);
        double fold = .05 * Math.sin(x / eyes * 1.9 + Math.sin(y / eyes * 1.3));
        double k = 1 + knit + fold + (random.nextDouble() - .5) * .05;
        int out = argb >>> 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
          out = out << 8 | (int) Math.min(255, (argb >> shift & 0xff) * k);
        }
        cloth.setRGB(x, y, out);
      }
    }
  }

  static Color shade(Color c, double k) {
    return new Color(
        (int) Math.min(255, c.getRed() * k),
        (int) Math.min(255, c.getGreen() * k),
        (int) Math.min(255, c.getBlue() * k));
  }

  /** Grain of a camera, so that smooth areas do not band. */
  static void grain(BufferedImage image, double amount) {
    SplittableRandom random = new SplittableRandom(9);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        double n = random.nextGaussian() * amount;
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          out = out << 8 | (int) Math.min(255, Math.max(0, (rgb >> shift & 0xff) + n + .5));
        }
        image.setRGB(x, y, out);
      }
    }
  }
}
