package beamish.codec;

import beamish.image.PixelImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to a GIF animation that runs forward and backward for ever (GIF89a, with Netscape's
 * looping extension). All frames share one palette and one dither pattern that stands still, so
 * what does not move does not flicker, and a frame holds only what is new in it.
 */
final class GifLoop {
  private static final String METADATA_FORMAT = "javax_imageio_gif_image_1.0";

  /** The last index of the palette; the others are colours. */
  private static final int TRANSPARENT = 255;

  /** How far the dither pattern may push a colour, up and down, in levels. */
  private static final int DITHER = 5;

  private final ColourPalette palette;
  private final int width;
  private final int height;

  private GifLoop(List<PixelImage> steps) {
    int last = steps.size() - 1;
    palette =
        ColourPalette.of(List.of(steps.get(0), steps.get(last / 2), steps.get(last)), TRANSPARENT);
    width = steps.get(0).width();
    height = steps.get(0).height();
  }

  static void encode(List<PixelImage> steps, Path file) throws IOException {
    GifLoop loop = new GifLoop(steps);
    List<byte[]> indexed = steps.stream().map(loop::indexed).toList();
    ImageWriter writer = ImagePlugins.jdkWriter("gif");
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      byte @Nullable [] shown = null;
      for (LoopOrder.Frame order : LoopOrder.of(steps.size())) {
        byte[] next = indexed.get(order.step());
        Area area = loop.news(shown, next);
        BufferedImage frame = loop.frame(area, shown, next);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(frame), writer.getDefaultWriteParam());
        metadata.setFromTree(
            METADATA_FORMAT, tree(metadata, area, order.hundredths(), shown == null));
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
        shown = next;
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private record Area(int x, int y, int width, int height) {}

  private byte[] indexed(PixelImage picture) {
    byte[] s = picture.samples8();
    byte[] out = new byte[width * height];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        // Each channel has its pattern elsewhere, so that light hardly dithers.
        out[i] =
            (byte)
                palette.nearest(
                    (s[3 * i] & 0xff) + push(x, y),
                    (s[3 * i + 1] & 0xff) + push(x + 5, y + 3),
                    (s[3 * i + 2] & 0xff) + push(x + 2, y + 6));
      }
    }
    return out;
  }

  /** Bayer's 8 x 8 pattern, −{@link #DITHER} … {@link #DITHER}. */
  private static int push(int x, int y) {
    int value = 0;
    for (int bit = 0; bit < 3; bit++) {
      int b = (y >> bit) & 1;
      int a = ((x >> bit) & 1) ^ b;
      value = (value << 2) | (a << 1) | b;
    }
    return Math.round((value - 31.5f) / 31.5f * DITHER);
  }

  /** The rectangle around what differs; all at first, one pixel if nothing does. */
  private Area news(byte @Nullable [] shown, byte[] next) {
    if (shown == null) {
      return new Area(0, 0, width, height);
    }
    int left = width - 1;
    int top = height - 1;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < next.length; i++) {
      if (shown[i] != next[i]) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    return right < left || bottom < top
        ? new Area(0, 0, 1, 1)
        : new Area(left, top, right - left + 1, bottom - top + 1);
  }

  private BufferedImage frame(Area area, byte @Nullable [] shown, byte[] next) {
    BufferedImage image =
        new BufferedImage(area.width, area.height, BufferedImage.TYPE_BYTE_INDEXED, colours());
    byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int y = 0, o = 0; y < area.height; y++) {
      for (int x = 0; x < area.width; x++, o++) {
        int i = (area.y + y) * width + area.x + x;
        out[o] = shown != null && shown[i] == next[i] ? (byte) TRANSPARENT : next[i];
      }
    }
    return image;
  }

  private IndexColorModel colours() {
    byte[][] rgb = new byte[3][TRANSPARENT + 1];
    for (int i = 0; i < palette.size(); i++) {
      for (int c = 0; c < 3; c++) {
        rgb[c][i] = (byte) palette.channel(i, c);
      }
    }
    return new IndexColorModel(8, TRANSPARENT + 1, rgb[0], rgb[1], rgb[2], TRANSPARENT);
  }

  private static IIOMetadataNode tree(IIOMetadata metadata, Area area, int delay, boolean first) {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA_FORMAT);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", String.valueOf(area.x));
    place.setAttribute("imageTopPosition", String.valueOf(area.y));
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(TRANSPARENT));
    control.setAttribute("delayTime", String.valueOf(delay));
    if (first) {
      IIOMetadataNode netscape = new IIOMetadataNode("ApplicationExtension");
      netscape.setAttribute("applicationID", "NETSCAPE");
      netscape.setAttribute("authenticationCode", "2.0");
      netscape.setUserObject(new byte[] {1, 0, 0}); // for ever
      child(root, "ApplicationExtensions").appendChild(netscape);
    }
    return root;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode child = new IIOMetadataNode(name);
    root.appendChild(child);
    return child;
  }
}
