package beamish.training;

import beamish.codec.PhotoReader;
import beamish.image.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes the photos that come with the program: averages of eight or more people of the Face
 * Research Lab London Set each, so that nobody is shown.
 */
public final class SamplePictures {
  private static final String WOMEN = "002 007 009 010 011 014 020 030 032 066 087 062";
  private static final String MEN = "004 012 017 018 024 029 036 042 045 061 070 114";
  private static final String HELD_OUT = "099 096 127 036 064 006 120 097 117 103";
  private static final String GROUP_LEFT = "030 034 038 062 066 087 129 135";
  private static final String GROUP_MIDDLE = "005 042 044 061 070 082 114 119";
  private static final String GROUP_RIGHT = "009 027 081 091 100 102 118 122 144";

  private final Path neutral;

  private SamplePictures(Path neutral) {
    this.neutral = neutral;
  }

  /**
   * Writes {@code portrait-1.jpg}, {@code portrait-2.jpg}, {@code validation-average.jpg} and
   * {@code group.jpg}.
   *
   * @param neutral the set's neutral photos with their {@code .tem} templates
   * @param out an existing folder
   * @throws IOException if it cannot be written to
   * @throws beamish.job.Problem if a photo or template is missing
   */
  public static void make(Path neutral, Path out) throws IOException {
    SamplePictures pictures = new SamplePictures(neutral);
    Color grey = new Color(206, 209, 210);
    write(
        pictures.portrait(WOMEN, grey, new Color(163, 168, 171), new Color(96, 62, 78)),
        out.resolve("portrait-1.jpg"));
    write(
        pictures.portrait(
            MEN, new Color(186, 192, 196), new Color(128, 136, 142), new Color(52, 66, 86)),
        out.resolve("portrait-2.jpg"));
    write(
        pictures.portrait(HELD_OUT, grey, new Color(160, 163, 160), new Color(72, 84, 76)),
        out.resolve("validation-average.jpg"));
    write(pictures.group(), out.resolve("group.jpg"));
  }

  private BufferedImage portrait(String people, Color centre, Color edge, Color wool) {
    int w = 1280;
    int h = 1600;
    BufferedImage picture = PaintedScene.studio(w, h, centre, edge);
    place(picture, people, w / 2., 660, 250, 0, wool);
    PaintedScene.grain(picture, 1.2);
    return picture;
  }

  private BufferedImage group() {
    BufferedImage picture = PaintedScene.room(2400, 1350);
    place(picture, GROUP_LEFT, 560, 640, 168, -6, new Color(128, 74, 60));
    place(picture, GROUP_RIGHT, 1850, 690, 160, 7, new Color(70, 96, 92));
    place(picture, GROUP_MIDDLE, 1195, 570, 192, 3, new Color(62, 70, 92));
    PaintedScene.grain(picture, 1.5);
    return picture;
  }

  /**
   * Puts an average person into a picture.
   *
   * @param people names of those averaged
   * @param eyes distance of the pupils in the picture
   * @param rollDegrees positive clockwise on screen, about the middle of the eyes
   */
  private void place(
      BufferedImage picture,
      String people,
      double eyeX,
      double eyeY,
      double eyes,
      double rollDegrees,
      Color wool) {
    int w = (int) (7 * eyes);
    int h = (int) (9 * eyes);
    double cx = w / 2.;
    double cy = 2.9 * eyes;
    AverageFace.Average face =
        AverageFace.of(
            people(people), new Point(cx - eyes / 2, cy), new Point(cx + eyes / 2, cy), w, h);
    BufferedImage cut = Cutout.of(face);
    double chin = (face.points().get(129).y() - cy) / eyes;
    PaintedScene.pullover(cut, cx, cy, eyes, chin, wool);
    Graphics2D g = PaintedScene.graphics(picture);
    AffineTransform place = AffineTransform.getTranslateInstance(eyeX, eyeY);
    place.rotate(Math.toRadians(rollDegrees));
    place.translate(-cx, -cy);
    g.drawImage(cut, place, null);
    g.dispose();
  }

  private List<AverageFace.Person> people(String names) {
    List<AverageFace.Person> people = new ArrayList<>();
    PhotoReader reader = new PhotoReader();
    for (String name : names.split(" ", -1)) {
      people.add(
          new AverageFace.Person(
              reader.read(neutral.resolve(name + ".jpg")).pixels(),
              TemFile.read(neutral.resolve(name + ".tem"))));
    }
    return people;
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(beside.toFile())) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(.92f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, List.of(), null), param);
    } finally {
      writer.dispose();
    }
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
