package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.image.PixelImage;
import beamish.opencv.JpegCodec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JpegScanTest {
  private static final String NATIVE = "javax_imageio_jpeg_image_1.0";

  /** Full and quartered colour, grey, restart markers, tables of the picture's own; odd sizes. */
  private static Map<String, byte[]> sequential() throws IOException {
    PixelImage colour = TestPictures.picture(133, 71, 3, 8);
    PixelImage grey = TestPictures.picture(71, 133, 1, 8);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("4:4:4", JpegCodec.encode(colour, .95, true));
    files.put("4:2:0", JpegCodec.encode(colour, .6, false));
    files.put("grey", JpegCodec.encode(grey, .9, true));
    files.put("JDK", jdk(colour, 0, false));
    files.put("restarts", jdk(colour, 5, false));
    files.put("grey restarts", jdk(grey, 3, false));
    return files;
  }

  private static BufferedImage buffered(PixelImage image) {
    boolean grey = image.channels() == 1;
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage to = new BufferedImage(image.width(), image.height(), type);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int c = 0; c < image.channels(); c++) {
          to.getRaster().setSample(x, y, c, image.sample(x, y, c));
        }
      }
    }
    return to;
  }

  private static byte[] jdk(PixelImage image, int restartInterval, boolean progressive)
      throws IOException {
    BufferedImage from = buffered(image);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (progressive) {
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(from), how);
    if (restartInterval > 0) {
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(NATIVE);
      IIOMetadataNode dri = new IIOMetadataNode("dri");
      dri.setAttribute("interval", String.valueOf(restartInterval));
      root.getElementsByTagName("markerSequence").item(0).appendChild(dri);
      metadata.setFromTree(NATIVE, root);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(from, null, metadata), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The JDK's reader: its samples in RGB order; null where it warns or fails. */
  private static byte @Nullable [] byJdk(byte[] file) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    AtomicBoolean warned = new AtomicBoolean();
    reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      BufferedImage image = reader.read(0);
      byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      for (int i = 0; image.getRaster().getNumBands() == 3 && i < samples.length; i += 3) {
        byte blue = samples[i];
        samples[i] = samples[i + 2];
        samples[i + 2] = blue;
      }
      return warned.get() ? null : samples;
    } catch (IOException | RuntimeException e) {
      return null;
    } finally {
      reader.dispose();
    }
  }

  private static boolean isWhole(byte[] file) throws IOException {
    return JpegScan.isWhole(file, new JpegFile(file));
  }

  @Test
  void wholeFilesAreWholeAndDecodedToTheJdksSamples() throws IOException {
    for (Map.Entry<String, byte[]> e : sequential().entrySet()) {
      byte[] file = e.getValue();
      assertThat(isWhole(file)).as(e.getKey()).isTrue();
      int channels = new JpegFile(file).components();
      assertThat(JpegCodec.decode(file, channels).orElseThrow().samples8())
          .as(e.getKey())
          .isEqualTo(byJdk(file));
    }
  }

  @Test
  void somethingBehindThePictureDoesNotMatter() throws IOException {
    byte[] file = JpegCodec.encode(TestPictures.smooth(40, 30, 3), .9, false);
    byte[] motionPhoto = Arrays.copyOf(file, file.length + 5000);
    assertThat(isWhole(motionPhoto)).isTrue();
  }

  @Test
  void progressiveFilesAreLeftToOthers() throws IOException {
    byte[] file = jdk(TestPictures.picture(60, 50, 3, 8), 0, true);
    assertThat(isWhole(file)).isFalse();
    assertThat(JpegDecoder.decode(file).pixels().samples8()).isEqualTo(byJdk(file));
  }

  @Test
  void cutFilesAreNotWhole() throws IOException {
    for (Map.Entry<String, byte[]> e : sequential().entrySet()) {
      byte[] file = e.getValue();
      int scan = new JpegFile(file).scansAt();
      for (int length = scan + 14; length < file.length; length += 41) {
        assertThat(isWhole(Arrays.copyOf(file, length))).as(e.getKey()).isFalse();
        byte[] ended = Arrays.copyOf(file, length);
        ended[length - 2] = (byte) 0xff;
        ended[length - 1] = (byte) 0xd9;
        assertThat(isWhole(ended)).as(e.getKey() + " with an end").isFalse();
      }
    }
  }

  /** Rather a file too many to the JDK's reader than one too few. */
  @Test
  void whatTheJdksReaderWarnsOfIsNotWhole() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    int damaged = 0;
    int whole = 0;
    for (Map.Entry<String, byte[]> e : sequential().entrySet()) {
      int scan = new JpegFile(e.getValue()).scansAt();
      for (int i = 0; i < 300; i++) {
        byte[] file = e.getValue().clone();
        file[random.nextInt(scan + 14, file.length - 2)] = (byte) random.nextInt();
        boolean approved = isWhole(file);
        whole += approved ? 1 : 0;
        if (byJdk(file) == null) {
          assertThat(approved).as(e.getKey()).isFalse();
          damaged++;
        }
      }
    }
    assertThat(damaged).isGreaterThan(300);
    assertThat(whole).isGreaterThan(50);
  }
}
