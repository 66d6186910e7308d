package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** TIFF to pixels, by TwelveMonkeys; the first page of several. */
final class TiffDecoder {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int EXTRA_SAMPLES = 338;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int SUB_IFDS = 330;
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int DNG_VERSION = 50706;

  private static final Set<Long> PHOTOMETRICS = Set.of(0L, 1L, 2L, 3L, 5L, 6L);

  private TiffDecoder() {}

  static DecodedFile decode(Path file) throws IOException {
    PhotoMetadata metadata;
    boolean premultiplied;
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      TiffStream stream = TiffStream.of(data);
      TiffStream.Directory first = stream.first();
      checkReadable(stream, first);
      checkPixelData(stream, first);
      // TwelveMonkeys takes any alpha for plain.
      premultiplied = value(stream, first, EXTRA_SAMPLES, 0) == 1;
      metadata =
          new PhotoMetadata(
              ExifBlock.extract(stream, ExifBlock.STRUCTURE, Limits.MAX_METADATA),
              first.tag(TiffStream.XMP).flatMap(stream::bytes).orElse(null),
              first.tag(TiffStream.ICC).flatMap(stream::bytes).orElse(null));
    }
    ImageReader reader = ImagePlugins.twelveMonkeysReader("tiff");
    try (FileImageInputStream stream = new FileImageInputStream(file.toFile())) {
      reader.setInput(stream, true, true);
      BufferedImage image = reader.read(0);
      boolean divided = !premultiplied || image.isAlphaPremultiplied();
      PixelImage pixels = RasterPixels.of(image);
      return new DecodedFile(divided ? pixels : SampleDepth.dividedByAlpha(pixels), metadata);
    } finally {
      reader.dispose();
    }
  }

  /** The size that a TIFF file's first directory gives: width, height. */
  static int[] size(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      TiffStream stream = TiffStream.of(data);
      TiffStream.Directory first = stream.first();
      checkPixelData(stream, first);
      return new int[] {
        (int) value(stream, first, WIDTH, 0), (int) value(stream, first, HEIGHT, 0)
      };
    }
  }

  private static void checkReadable(TiffStream stream, TiffStream.Directory first)
      throws IOException {
    boolean reduced = (value(stream, first, NEW_SUBFILE_TYPE, 0) & 1) != 0;
    if (first.tag(DNG_VERSION).isPresent() || (reduced && first.tag(SUB_IFDS).isPresent())) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.rawTiff",
              "a camera RAW file, which Beamish cannot read: export it as JPEG or TIFF first"));
    }
    Limits.checkSize(value(stream, first, WIDTH, 0), value(stream, first, HEIGHT, 0));
    long format = value(stream, first, SAMPLE_FORMAT, 1);
    long bits = value(stream, first, BITS_PER_SAMPLE, 1);
    if (bits > 16 || (format != 1 && format != 4)) {
      throw new UnreadablePhotoException(
          format == 3
              ? Words.of(
                  "kind.floatTiff",
                  "a TIFF of {0} bits floating point: export it with 8 or 16 bits first",
                  bits)
              : Words.of(
                  "kind.deepTiff",
                  "a TIFF of {0} bits a sample: export it with 8 or 16 bits first",
                  bits));
    }
    if (!PHOTOMETRICS.contains(value(stream, first, PHOTOMETRIC, 1))) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.colourTiff",
              "a TIFF in a colour encoding that Beamish cannot read: convert it to RGB first"));
    }
  }

  /** Readers fill missing strips with black in silence, so it is checked that all are there. */
  private static void checkPixelData(TiffStream stream, TiffStream.Directory first)
      throws IOException {
    boolean tiled = first.tag(TILE_OFFSETS).isPresent();
    Optional<TiffStream.Tag> offsets = first.tag(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    Optional<TiffStream.Tag> lengths = first.tag(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
    if (first.nextAt() + 4 > stream.data().byteSize()) {
      throw new IOException("it ends within its directory");
    }
    if (offsets.isEmpty()) {
      throw new IOException("it has no pixels");
    }
    long n = offsets.get().count();
    for (long i = 0; i < n; i++) {
      long length = 1;
      if (lengths.isPresent() && i < lengths.get().count()) {
        length = stream.number(lengths.get(), i, 0);
      }
      long offset = stream.number(offsets.get(), i, 0);
      if (offset < 8 || offset + length > stream.data().byteSize()) {
        throw new IOException("it ends within its pixels");
      }
    }
  }

  private static long value(
      TiffStream stream, TiffStream.Directory directory, int id, long otherwise) {
    Optional<TiffStream.Tag> tag = directory.tag(id);
    return tag.isPresent() ? stream.number(tag.get(), otherwise) : otherwise;
  }
}
