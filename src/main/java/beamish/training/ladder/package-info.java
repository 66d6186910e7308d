/** Trains every recipe in one budget, and tells how they compare. */
@NullMarked
package beamish.training.ladder;

import org.jspecify.annotations.NullMarked;
