package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A drawn mouth: 80 px wide, lips from 15 px above the corners' line to 25 px below. */
class MouthInteriorTest {
  private static final int[] SKIN = {190, 150, 130};
  private static final int[] LIP = {150, 85, 85};
  private static final int[] TOOTH = {225, 220, 205};

  private final DetectedFace face = face(new Point(100, 85), new Point(100, 125));

  private static DetectedFace face(Point top, Point bottom) {
    Landmarks marks =
        new Landmarks(
            new Point(60, 40), new Point(140, 40), new Point(60, 100), new Point(140, 100));
    List<Point> points = new ArrayList<>(Collections.nCopies(16, new Point(100, 60)));
    points.set(11, top);
    points.set(12, bottom);
    return new DetectedFace(new Box(20, 0, 160, 160), marks, points, 0, 1);
  }

  private PixelImage lips() {
    PixelImage photo = PixelImage.of8(200, 200, 3, new byte[200 * 200 * 3]);
    MouthOutline outline = MouthOutline.of(face).orElseThrow();
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        double depth = outline.depth(new Point(x + .5, y + .5));
        paint(photo, x, y, x + 1, y + 1, depth > 0 && depth < 1 ? LIP : SKIN);
      }
    }
    return photo;
  }

  private static void paint(PixelImage photo, int x0, int y0, int x1, int y1, int[] rgb) {
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        for (int c = 0; c < 3; c++) {
          photo.setSample(x, y, c, rgb[c]);
        }
      }
    }
  }

  private MouthLook look(int[] tooth) {
    PixelImage smile = lips();
    paint(smile, 80, 95, 120, 107, tooth);
    return ToothColour.of(lips(), face).orElseThrow().look(smile, face).orElseThrow();
  }

  @Test
  void knowsColours() {
    assertThat(Lab.ofSrgb(1, 1, 1).lightness()).isCloseTo(100, within(.01));
    assertThat(Lab.ofSrgb(1, 1, 1).a()).isCloseTo(0, within(.02));
    Lab red = Lab.ofSrgb(1, 0, 0);
    assertThat(red.lightness()).isCloseTo(53.24, within(.01));
    assertThat(red.a()).isCloseTo(80.09, within(.02));
    assertThat(red.b()).isCloseTo(67.2, within(.02));
  }

  @Test
  void theOutlinePassesThroughWhatIsKnown() {
    MouthOutline outline = MouthOutline.of(face).orElseThrow();
    assertThat(outline.depth(new Point(100, 85))).isCloseTo(0, within(1e-9));
    assertThat(outline.depth(new Point(100, 125))).isCloseTo(1, within(1e-9));
    assertThat(outline.depth(new Point(150, 100))).isNaN();
    // between two parabolas 40 px apart in the middle, 80 px wide
    assertThat(outline.pixels(lips(), 0, 1).length).isCloseTo(2 * 40 * 80 / 3, within(60));
    assertThat(MouthOutline.of(face(new Point(100, 125), new Point(100, 85)))).isEmpty();
  }

  @Test
  void marksTeethAndNothingElse() {
    MouthLook closed = ToothColour.of(lips(), face).orElseThrow().look(lips(), face).orElseThrow();
    assertThat(closed.teeth()).isZero();
    assertThat(closed.a()).isNaN();
    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.sharpness()).isLessThan(look(TOOTH).sharpness());

    MouthLook open = look(TOOTH);
    Lab white = Lab.ofSrgb(TOOTH[0] / 255., TOOTH[1] / 255., TOOTH[2] / 255.);
    assertThat(open.isOpen()).isTrue();
    assertThat(open.teeth()).isCloseTo(40 * 12 / 2133., within(.02));
    assertThat(open.a()).isCloseTo(white.a(), within(.01));
    assertThat(open.b()).isCloseTo(white.b(), within(.01));
    assertThat(open.lightness()).isCloseTo(white.lightness(), within(.01));
  }

  @Test
  void teethOfAWrongColourCountAndShow() {
    assertThat(look(new int[] {150, 200, 160}).a()).isLessThan(-10);
    assertThat(look(new int[] {160, 170, 220}).b()).isLessThan(-10);
  }

  @Test
  void aVeilOfLipShowsInColourOrNumber() {
    assertThat(look(new int[] {187, 152, 145}).a()).isGreaterThan(look(TOOTH).a() + 8);
    assertThat(look(new int[] {172, 115, 112}).teeth()).isZero();
  }

  @Test
  void shineOnTheLowerLipIsNoTooth() {
    PixelImage shiny = lips();
    paint(shiny, 95, 117, 105, 122, new int[] {240, 235, 235});
    assertThat(ToothColour.of(lips(), face).orElseThrow().look(shiny, face).orElseThrow().teeth())
        .isZero();
  }
}
