/** The landmark network and the face finder that trusts it. DL4J stays in here. */
@NullMarked
package beamish.face.dl4j;

import org.jspecify.annotations.NullMarked;
