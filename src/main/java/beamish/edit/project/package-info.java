/**
 * What outlives the window: each photo's edit in a file beside it, its sidecar, and the photos
 * opened lately.
 */
@NullMarked
package beamish.edit.project;

import org.jspecify.annotations.NullMarked;
