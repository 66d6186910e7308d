/**
 * The only place where an OpenCV {@code Mat} meets heap pixels. Natives live and die in one scope.
 */
@NullMarked
package beamish.opencv;

import org.jspecify.annotations.NullMarked;
