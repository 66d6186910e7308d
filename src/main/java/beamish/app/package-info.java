/** Composition root: directories, natives, logging, wiring and launchers. */
@NullMarked
package beamish.app;

import org.jspecify.annotations.NullMarked;
