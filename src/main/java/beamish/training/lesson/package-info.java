/**
 * Teaching a model somebody's own face: which photos make pairs, which of them will do, and all
 * that was chosen on the way, kept so that it can be gone on with.
 */
@NullMarked
package beamish.training.lesson;

import org.jspecify.annotations.NullMarked;
