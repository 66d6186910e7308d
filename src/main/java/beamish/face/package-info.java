/** Find faces and landmarks in a photo, and align them to the template crop. */
@NullMarked
package beamish.face;

import org.jspecify.annotations.NullMarked;
