/** The window: JavaFX views and view models. */
@NullMarked
package beamish.ui;

import org.jspecify.annotations.NullMarked;
