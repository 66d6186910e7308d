package beamish.training;

import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A contact sheet of many photos: each a strip of one face at several strengths, under its name.
 */
public final class PhotoSheet {
  /** The strengths of a strip, from the left. */
  public static final List<Double> STRENGTHS = List.of(-1., 0., .7, 1.3);

  private static final int CELL = 220;
  private static final int NAME = 20;
  private static final int GAP = 12;
  private static final int STRIPS_A_ROW = 3;

  private final List<String> names = new ArrayList<>();
  private final List<FloatImage> cells = new ArrayList<>();

  /** Adds a face's next cell; the strip's first brings its name. */
  public void add(Evaluation.Picture picture) {
    if (cells.size() % STRENGTHS.size() == 0) {
      names.add(picture.name());
    }
    cells.add(
        AlignedCrop.cutRegion(picture.photo(), picture.photoToCrop(), -.05, .0, 1.1, CELL, CELL));
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The sheet as an 8-bit RGB picture; of at least one face. */
  public PixelImage picture() {
    int strip = STRENGTHS.size() * CELL + GAP;
    int width = Math.min(STRIPS_A_ROW, names.size()) * strip;
    int height = (names.size() + STRIPS_A_ROW - 1) / STRIPS_A_ROW * (CELL + NAME);
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    for (int i = 0; i < names.size(); i++) {
      int left = i % STRIPS_A_ROW * strip;
      int top = i / STRIPS_A_ROW * (CELL + NAME);
      g.drawString(names.get(i), left + 4, top + NAME - 5);
      for (int k = 0; k < STRENGTHS.size(); k++) {
        draw(cells.get(i * STRENGTHS.size() + k), sheet, left + k * CELL, top + NAME);
      }
    }
    g.dispose();
    return pixels(sheet);
  }

  private static void draw(FloatImage cell, BufferedImage sheet, int left, int top) {
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          rgb = rgb << 8 | Math.round(255 * Math.min(1, Math.max(0, cell.at(c, x, y))));
        }
        sheet.setRGB(left + x, top + y, rgb);
      }
    }
  }

  private static PixelImage pixels(BufferedImage sheet) {
    int w = sheet.getWidth();
    int h = sheet.getHeight();
    byte[] rgb = new byte[3 * w * h];
    int[] packed = sheet.getRGB(0, 0, w, h, new int[w * h], 0, w);
    for (int i = 0; i < packed.length; i++) {
      rgb[3 * i] = (byte) (packed[i] >> 16);
      rgb[3 * i + 1] = (byte) (packed[i] >> 8);
      rgb[3 * i + 2] = (byte) packed[i];
    }
    return PixelImage.of8(w, h, 3, rgb);
  }
}
