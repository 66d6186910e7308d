package beamish.ui.panel;

import beamish.edit.EditStep;
import beamish.edit.SmilePreset;
import beamish.expression.SmilePart;
import beamish.expression.SmileParts;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step of the history in a few words. */
final class StepText {

  private StepText() {}

  static String of(EditStep step) {
    return switch (step.kind()) {
      case FACE -> Messages.text("history.face", face(step.strengths()), strength(step));
      case ALL_FACES -> Messages.text("history.allFaces", strength(step));
      case PARTS -> Messages.text("history.parts", face(step.parts()), parts(step));
      case PRESET -> Messages.text("history.preset", preset(step));
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

  /** Those that are not as made. */
  private static String parts(EditStep step) {
    SmileParts parts = step.parts().values().stream().findFirst().orElse(SmileParts.NEUTRAL);
    return parts.areNeutral()
        ? Messages.text("parts.neutral")
        : Stream.of(SmilePart.values())
            .filter(part -> part.of(parts) != part.of(SmileParts.NEUTRAL))
            .map(
                part ->
                    Messages.text(
                        "history.part", PartSlider.title(part), PartSlider.value(part, parts)))
            .collect(Collectors.joining(", "));
  }

  /** The preset's name; a step holds only what it changed. */
  private static String preset(EditStep step) {
    return Stream.of(SmilePreset.values())
        .filter(p -> step.strengths().values().stream().allMatch(s -> s == p.smile().strength()))
        .filter(p -> step.parts().values().stream().allMatch(s -> s.equals(p.smile().parts())))
        .map(p -> Messages.text("preset." + p))
        .findFirst()
        .orElseGet(() -> strength(step));
  }
}
