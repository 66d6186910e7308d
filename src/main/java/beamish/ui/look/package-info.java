/** Light and dark. */
@NullMarked
package beamish.ui.look;

import org.jspecify.annotations.NullMarked;
