package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/** A page on the way to a model of one's own. On the FX thread. */
public interface TeachPage {

  /** What it shows, always the same. */
  Node node();

  /** Is about to be shown, for the lesson as it stands. */
  void enter(Lesson lesson);

  /**
   * Is about to be left, forwards, backwards or with the window; what it does in the background
   * that is of use to nobody then stops.
   *
   * @param lesson as it was entered with, less what other pages changed
   * @return the lesson with what was chosen here
   */
  Lesson leave(Lesson lesson);

  /** Whether one can go on from here. */
  ReadOnlyBooleanProperty ready();
}
