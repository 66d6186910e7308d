/** Many photos with one edit: what is asked for, what has been done already, and the doing. */
@NullMarked
package beamish.edit.batch;

import org.jspecify.annotations.NullMarked;
