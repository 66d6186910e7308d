/** Everything that can be done in the window, once: for the menu, the toolbar and the keys. */
@NullMarked
package beamish.ui.command;

import org.jspecify.annotations.NullMarked;
