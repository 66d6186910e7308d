/** Named arrays of numbers on disk, in the safetensors format: data only, never code. */
@NullMarked
package beamish.tensor;

import org.jspecify.annotations.NullMarked;
