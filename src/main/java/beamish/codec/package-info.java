/** Photo file to {@link beamish.codec.Photo} (pixels, EXIF, XMP, ICC, orientation) and back. */
@NullMarked
package beamish.codec;

import org.jspecify.annotations.NullMarked;
