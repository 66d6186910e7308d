/** picocli commands over the same use cases as the window. */
@NullMarked
package beamish.cli;

import org.jspecify.annotations.NullMarked;
