package beamish.ui.panel;

import beamish.edit.EditStep;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.Map;

/** A step of the history in a few words. */
final class StepText {

  private StepText() {}

  static String of(EditStep step) {
    return switch (step.kind()) {
      case FACE -> Messages.text("history.face", face(step.strengths()), strength(step));
      case ALL_FACES -> Messages.text("history.allFaces", strength(step));
      case RESET_ALL -> Messages.text("history.resetAll");
      case ADD_FACE -> Messages.text("history.addFace", face(step.places()));
      case MOVE_POINTS -> Messages.text("history.movePoints", face(step.places()));
      case REMOVE_FACE -> Messages.text("history.removeFace", face(step.places()));
    };
  }

  /** The face that a step changed, for people; one of them where it changed several. */
  private static int face(Map<Integer, ?> changed) {
    return changed.keySet().stream().findFirst().orElse(0) + 1;
  }

  private static String strength(EditStep step) {
    return SmileRange.text(step.strengths().values().stream().findFirst().orElse(0.0));
  }
}
