/**
 * Lanes of background work, progress, cooperative cancellation, and files that are written as a
 * whole. The only room that makes threads.
 */
@NullMarked
package beamish.job;

import org.jspecify.annotations.NullMarked;
