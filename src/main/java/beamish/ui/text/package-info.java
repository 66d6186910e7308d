/** The window's texts. */
@NullMarked
package beamish.ui.text;

import org.jspecify.annotations.NullMarked;
