/** The photo area: picture layers, zoom and pan, face frames and the before/after split. */
@NullMarked
package beamish.ui.photo;

import org.jspecify.annotations.NullMarked;
