/** From paired photos to a published expression model, and the instrument that judges one. */
@NullMarked
package beamish.training;

import org.jspecify.annotations.NullMarked;
