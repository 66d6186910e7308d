/** Expression models as Deeplearning4j graphs. Nothing else in this layer sees an INDArray. */
@NullMarked
package beamish.expression.dl4j;

import org.jspecify.annotations.NullMarked;
