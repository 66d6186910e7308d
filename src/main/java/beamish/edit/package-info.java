/** The open photo as a document: faces, strengths, the staged render pipeline. */
@NullMarked
package beamish.edit;

import org.jspecify.annotations.NullMarked;
