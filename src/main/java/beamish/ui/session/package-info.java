/**
 * What the window knows, apart from how it looks: the view models of the open photo, its history,
 * the renders on their way to the screen, long work and messages. Properties belong to the FX
 * thread; no view is seen from here.
 */
@NullMarked
package beamish.ui.session;

import org.jspecify.annotations.NullMarked;
