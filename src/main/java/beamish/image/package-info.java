/** Pixels and geometry as plain Java values: what every other room passes across its border. */
@NullMarked
package beamish.image;

import org.jspecify.annotations.NullMarked;
