/**
 * Put an expression edit back into the photo at its own resolution: warp, shade, paint, feather.
 */
@NullMarked
package beamish.paste;

import org.jspecify.annotations.NullMarked;
