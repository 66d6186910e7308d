package beamish.edit.project;

import beamish.edit.EditHistory;
import beamish.edit.SmileSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a photo's edit.
 *
 * @param model id of the expression model that the strengths were set with
 * @param faces the faces that were found, in the order in which the history counts them; those that
 *     a hand added come after them
 * @param exported the strengths exported last; null where there was no export
 */
public record Project(
    String model, List<KnownFace> faces, EditHistory history, @Nullable SmileSettings exported) {

  /** Copies the list. */
  public Project {
    faces = List.copyOf(faces);
  }
}
