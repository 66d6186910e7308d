/** The strip of small pictures at the bottom, one for each photo of the album. */
@NullMarked
package beamish.ui.film;

import org.jspecify.annotations.NullMarked;
