/** The export dialog and the questions before a file is replaced. */
@NullMarked
package beamish.ui.export;

import org.jspecify.annotations.NullMarked;
