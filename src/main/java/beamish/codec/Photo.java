package beamish.codec;

import beamish.image.PixelImage;
import java.nio.file.Path;

/**
 * An opened photo: its pixels turned upright (EXIF orientation applied once), and what its file
 * said about them.
 *
 * @param source the file it was read from
 * @param pixels upright, in the file's own bit depth and colour encoding
 * @param metadata EXIF, XMP and ICC as found, the orientation reset to upright
 */
public record Photo(Path source, PixelImage pixels, PhotoMetadata metadata) {}
