package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("shared")
class PngSuiteTest {
  private static final Path FILES = Path.of("../shared/data/files/pngsuite/png");

  private final PhotoReader reader = new PhotoReader();

  @BeforeEach
  void needFiles() {
    assumeTrue(Files.isDirectory(FILES), "skipped: ../shared/data is not here");
  }

  private static List<Path> files(boolean broken) throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      List<Path> found =
          all.filter(p -> p.toString().endsWith(".png"))
              .filter(p -> p.getFileName().toString().startsWith("x") == broken)
              .sorted()
              .toList();
      assertThat(found).hasSizeGreaterThan(10);
      return found;
    }
  }

  @Test
  void readsEveryKindInItsOwnSizeAndDepth() throws IOException {
    for (Path file : files(false)) {
      String name = file.getFileName().toString().replace(".png", "");
      PixelImage pixels = reader.read(file).pixels();
      byte[] header = Files.readAllBytes(file);
      assertEquals((header[18] & 0xff) << 8 | (header[19] & 0xff), pixels.width(), name);
      assertEquals((header[22] & 0xff) << 8 | (header[23] & 0xff), pixels.height(), name);
      assertEquals(header[24] == 16 ? 16 : 8, pixels.bitDepth(), name);
      boolean transparency = new String(header, StandardCharsets.ISO_8859_1).contains("tRNS");
      int channels = List.of(1, 0, 3, 3, 2, 0, 4).get(header[25]) + (transparency ? 1 : 0);
      assertEquals(channels, pixels.channels(), name);
    }
  }

  @Test
  void interlacedPicturesEqualTheOthers() throws IOException {
    int compared = 0;
    for (Path file : files(false)) {
      String name = file.getFileName().toString();
      if (name.startsWith("basi")) {
        Path twin = file.resolveSibling(name.replace("basi", "basn"));
        assertThat(reader.read(file).pixels().hasSamePixels(reader.read(twin).pixels()))
            .as(name)
            .isTrue();
        compared++;
      }
    }
    assertEquals(15, compared);
  }

  @Test
  void readsExifFromItsChunk() {
    assertThat(reader.read(FILES.resolve("exif2c08.png")).metadata().exif()).isNotNull();
  }

  @Test
  void everyBrokenFileIsNamedInAProblem() throws IOException {
    for (Path file : files(true)) {
      assertThatThrownBy(() -> reader.read(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(file.getFileName().toString())
          .hasMessageMatching("[^\n]+");
    }
  }
}
