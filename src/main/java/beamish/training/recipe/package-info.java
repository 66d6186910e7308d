/**
 * The generators that came before ours, each a file that reads like the figure in its paper, and
 * what trains any of them.
 */
@NullMarked
package beamish.training.recipe;

import org.jspecify.annotations.NullMarked;
