package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifLoopTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 60;

  private Path folder;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  /** A soft picture with a square that grows brighter. */
  private static List<PixelImage> steps(int count) {
    List<PixelImage> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PixelImage step = TestPictures.smooth(WIDTH, HEIGHT, 3);
      for (int y = 20; y < 40; y++) {
        for (int x = 30; x < 50; x++) {
          step.setSample(x, y, 0, 60 + 190 * i / count);
        }
      }
      steps.add(step);
    }
    return steps;
  }

  private record Frame(BufferedImage image, int x, int y, int delay) {}

  private static String attribute(IIOMetadataNode root, String node, String name) {
    return ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(name);
  }

  private List<Frame> write(List<PixelImage> steps) throws Exception {
    Path file = folder.resolve("loop.gif");
    Photo photo = new Photo(folder.resolve("photo.png"), steps.get(0), PhotoMetadata.NONE);
    new PhotoWriter().writeLoop(photo, steps, file);
    assertThat(folder.toFile().list()).containsExactly("loop.gif");
    List<Frame> frames = new ArrayList<>();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        frames.add(
            new Frame(
                reader.read(i),
                Integer.parseInt(attribute(root, "ImageDescriptor", "imageLeftPosition")),
                Integer.parseInt(attribute(root, "ImageDescriptor", "imageTopPosition")),
                Integer.parseInt(attribute(root, "GraphicControlExtension", "delayTime"))));
        assertEquals("doNotDispose", attribute(root, "GraphicControlExtension", "disposalMethod"));
      }
    }
    reader.dispose();
    return frames;
  }

  @Test
  void runsForwardAndBackForEver() throws Exception {
    List<Frame> frames = write(steps(5));
    assertThat(frames).hasSize(8);
    assertThat(frames).extracting(Frame::delay).containsExactly(70, 6, 6, 6, 70, 6, 6, 6);
    String bytes =
        new String(Files.readAllBytes(folder.resolve("loop.gif")), StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("GIF89a").contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
  }

  @Test
  void framesHoldWhatIsNewAndAddUpToThePictures() throws Exception {
    List<PixelImage> steps = steps(5);
    List<Frame> frames = write(steps);
    assertEquals(WIDTH, frames.get(0).image.getWidth());
    for (Frame frame : frames.subList(1, frames.size())) {
      assertThat(frame.x).isGreaterThanOrEqualTo(30);
      assertThat(frame.y).isGreaterThanOrEqualTo(20);
      assertThat(frame.image.getWidth()).isLessThanOrEqualTo(20);
      assertThat(frame.image.getHeight()).isLessThanOrEqualTo(20);
    }
    BufferedImage shown = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] order = {0, 1, 2, 3, 4, 3, 2, 1};
    for (int i = 0; i < order.length; i++) {
      Frame frame = frames.get(i);
      shown.getGraphics().drawImage(frame.image, frame.x, frame.y, null);
      assertThat(meanDifference(steps.get(order[i]), shown)).isLessThan(4);
    }
  }

  private static double meanDifference(PixelImage wanted, BufferedImage shown) {
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int c = 0; c < 3; c++) {
          int seen = (shown.getRGB(x, y) >> (16 - 8 * c)) & 0xff;
          sum += Math.abs(seen - wanted.sample(x, y, c));
        }
      }
    }
    return sum / (3.0 * WIDTH * HEIGHT);
  }

  @Test
  void fewColoursAreKeptAsTheyAre() {
    PixelImage two = PixelImage.of8(2, 1, 3, new byte[] {10, 20, 30, (byte) 200, 100, 50});
    ColourPalette palette = ColourPalette.of(List.of(two), 255);
    assertEquals(2, palette.size());
    int dark = palette.nearest(12, 18, 33);
    assertEquals(10, palette.channel(dark, 0));
    assertEquals(20, palette.channel(dark, 1));
    assertEquals(200, palette.channel(palette.nearest(900, 90, -40), 0));
  }

  @Test
  void theOpenedPhotoIsNotReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("opened.gif"), "precious");
    Photo photo = new Photo(file, steps(1).get(0), PhotoMetadata.NONE);
    assertThatThrownBy(() -> new PhotoWriter().writeLoop(photo, steps(2), file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is the opened photo itself");
    assertThat(file).hasContent("precious");
  }
}
