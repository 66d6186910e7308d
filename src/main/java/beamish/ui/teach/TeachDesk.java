package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.training.lesson.LessonFolder;
import beamish.training.lesson.LessonStore;
import beamish.ui.session.Engine;
import beamish.ui.session.Failures;
import beamish.ui.session.Notices;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;

/**
 * What the pages work with.
 *
 * @param stage the window they are in
 * @param engine the editor's face finder, shared on the model lane
 * @param fx the FX thread
 * @param lessons where all lessons are kept
 * @param folder where the one at hand is kept
 * @param notices what the window says
 * @param failures where it hears of failures
 */
public record TeachDesk(
    Stage stage,
    Studio studio,
    Engine engine,
    Executor fx,
    LessonStore lessons,
    ObjectProperty<LessonFolder> folder,
    Notices notices,
    Failures failures) {

  Executor io() {
    return studio.lanes().io();
  }
}
