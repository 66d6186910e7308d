package beamish.ui.panel;

import beamish.expression.SmileParts;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import java.util.Map;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;

/** How one part of the chosen face's smile is shown. */
final class PartSlider extends EditSlider {
  /** The parts. */
  enum Part {
    EYES("eyes"),
    TEETH("teeth"),
    SYMMETRY("symmetry");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    String title() {
      return Messages.text("part." + key);
    }

    String help() {
      return Messages.text("part." + key + ".help");
    }

    double of(SmileParts parts) {
      return switch (this) {
        case EYES -> parts.eyes();
        case TEETH -> parts.teeth();
        case SYMMETRY -> parts.symmetry();
      };
    }

    SmileParts with(SmileParts parts, double value) {
      return switch (this) {
        case EYES -> parts.withEyes(value);
        case TEETH -> parts.withTeeth(value);
        case SYMMETRY -> parts.withSymmetry(value);
      };
    }

    double most() {
      return this == EYES ? SmileParts.MOST_EYES : 1;
    }

    /** The value for people. */
    String text(SmileParts parts) {
      return Messages.text("part.percent", Math.round(of(parts) * 100));
    }
  }

  PartSlider(Editor editor, Part part) {
    super(
        editor,
        0,
        part.most(),
        part.of(SmileParts.NEUTRAL),
        now -> part.of(now.smiles().parts()),
        (now, value) -> now.adjustParts(parts -> part.with(parts, value)));
    setId("part-" + part.key);
    setAccessibleText(part.title());
    setAccessibleHelp(part.help());
    setTooltip(new Tooltip(part.help()));
    getStyleClass().add("part-slider");
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new EditSliderSkin(this, Map.of());
  }
}
