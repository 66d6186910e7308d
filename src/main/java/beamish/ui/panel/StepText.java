package beamish.ui.panel;

import beamish.edit.EditStep;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.Map;

/** A step of the history in a few words. */
final class StepText {

  private StepText() {}

  static String of(EditStep step) {
    Map.Entry<Integer, Double> first = step.strengths().entrySet().iterator().next();
    String strength = SmileRange.text(first.getValue());
    return switch (step.kind()) {
      case FACE -> Messages.text("history.face", first.getKey() + 1, strength);
      case ALL_FACES -> Messages.text("history.allFaces", strength);
      case RESET_ALL -> Messages.text("history.resetAll");
    };
  }
}
