package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.image.PixelImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The animated WebP's own structure (RFC 9649, 2.7.1), and that its first picture is the photo. */
@SuppressWarnings("NullAway.Init") // JUnit sets the field
class WebpLoopTest {
  @TempDir Path folder;

  private record Chunk(String type, ByteBuffer data) {}

  private static List<Chunk> chunks(byte[] file) {
    List<Chunk> chunks = new ArrayList<>();
    ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 12; at < file.length; ) {
      int length = b.getInt(at + 4);
      chunks.add(
          new Chunk(
              new String(file, at, 4, StandardCharsets.ISO_8859_1),
              b.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN)));
      at += 8 + length + (length & 1);
    }
    return chunks;
  }

  @Test
  void goesThereAndBackForEver() throws Exception {
    List<PixelImage> steps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      PixelImage step = TestPictures.smooth(90, 60, 3);
      for (int x = 10; x < 30; x++) {
        for (int y = 20; y < 40; y++) {
          step.setSample(x, y, 0, 60 * i);
        }
      }
      steps.add(step);
    }
    Path file = folder.resolve("loop.webp");
    Photo photo = new Photo(folder.resolve("photo.png"), steps.get(0), PhotoMetadata.NONE);
    new PhotoWriter().writeLoop(photo, steps, file);
    assertThat(folder.toFile().list()).containsExactly("loop.webp");

    List<Chunk> chunks = chunks(Files.readAllBytes(file));
    assertThat(chunks.get(0).type).isEqualTo("VP8X");
    assertThat(chunks.get(0).data.getShort(4) + 1).isEqualTo(90);
    assertThat(chunks.get(0).data.getShort(7) + 1).isEqualTo(60);
    Chunk loop = chunks.stream().filter(c -> c.type.equals("ANIM")).findFirst().orElseThrow();
    assertThat(loop.data.getShort(4)).as("how often: for ever").isZero();
    List<Integer> millis =
        chunks.stream()
            .filter(c -> c.type.equals("ANMF"))
            .map(c -> c.data.getInt(12) & 0xffffff)
            .toList();
    assertThat(millis).containsExactly(700, 60, 60, 700, 60, 60);

    Chunk first = chunks.stream().filter(c -> c.type.equals("ANMF")).findFirst().orElseThrow();
    PixelImage shown = new PhotoReader().read(still(first.data)).pixels();
    // beside the square, whose hard edges lose colour
    PixelImage soft = shown.part(40, 0, 50, 60);
    assertThat(TestPictures.largestDifference(soft, steps.get(0).part(40, 0, 50, 60)))
        .isLessThan(20);
  }

  /** A file of its own with a frame's picture, which comes after 16 bytes about its place. */
  private Path still(ByteBuffer frame) throws IOException {
    byte[] picture = new byte[frame.capacity() - 16];
    frame.get(16, picture);
    ByteBuffer file = ByteBuffer.allocate(12 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + picture.length);
    file.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(picture);
    return Files.write(folder.resolve("still.webp"), file.array());
  }
}
