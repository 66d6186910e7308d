/** How photos and folders come in: by a dialog, or dropped. */
@NullMarked
package beamish.ui.files;

import org.jspecify.annotations.NullMarked;
