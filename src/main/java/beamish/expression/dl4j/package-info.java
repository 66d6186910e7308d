/** The networks: the only sub-package of the room in which DL4J and ND4J are seen. */
@NullMarked
package beamish.expression.dl4j;

import org.jspecify.annotations.NullMarked;
