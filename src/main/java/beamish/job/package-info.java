/**
 * Lanes of background work, progress and cooperative cancellation. The only room that makes
 * threads.
 */
@NullMarked
package beamish.job;

import org.jspecify.annotations.NullMarked;
