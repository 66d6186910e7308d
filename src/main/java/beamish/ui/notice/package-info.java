/** What lies over the photo area to tell something: messages, progress, the empty state. */
@NullMarked
package beamish.ui.notice;

import org.jspecify.annotations.NullMarked;
