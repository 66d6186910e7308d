/** Training steps on Deeplearning4j graphs. */
@NullMarked
package beamish.training.dl4j;

import org.jspecify.annotations.NullMarked;
