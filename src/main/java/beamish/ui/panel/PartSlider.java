package beamish.ui.panel;

import beamish.expression.SmileParts;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;

/** How one part of the chosen face's smile is shown. */
final class PartSlider extends EditSlider {
  /** The parts. */
  enum Part {
    EYES("eyes", SmileParts.MOST_EYES, SmileParts::eyes, SmileParts::withEyes),
    TEETH("teeth", 1, SmileParts::teeth, SmileParts::withTeeth),
    SYMMETRY("symmetry", 1, SmileParts::symmetry, SmileParts::withSymmetry);

    private final String key;
    private final double most;
    private final ToDoubleFunction<SmileParts> read;
    private final BiFunction<SmileParts, Double, SmileParts> written;

    Part(
        String key,
        double most,
        ToDoubleFunction<SmileParts> read,
        BiFunction<SmileParts, Double, SmileParts> written) {
      this.key = key;
      this.most = most;
      this.read = read;
      this.written = written;
    }

    String title() {
      return Messages.text("part." + key);
    }

    String help() {
      return Messages.text("part." + key + ".help");
    }

    double of(SmileParts parts) {
      return read.applyAsDouble(parts);
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
        part.most,
        part.of(SmileParts.NEUTRAL),
        now -> part.of(now.smiles().parts()),
        (now, value) -> now.adjustParts(parts -> part.written.apply(parts, value)));
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
