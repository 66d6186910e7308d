/** Teaching a model one's own face, page by page, in a window of its own. */
@NullMarked
package beamish.ui.teach;

import org.jspecify.annotations.NullMarked;
