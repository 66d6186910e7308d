/** The side panel: the smile slider and the list of faces. */
@NullMarked
package beamish.ui.panel;

import org.jspecify.annotations.NullMarked;
