/** The recipes' networks as Deeplearning4j graphs. */
@NullMarked
package beamish.training.recipe.dl4j;

import org.jspecify.annotations.NullMarked;
