/** Light and dark, and what is alike all over the window. */
@NullMarked
package beamish.ui.look;

import org.jspecify.annotations.NullMarked;
