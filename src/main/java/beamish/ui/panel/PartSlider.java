package beamish.ui.panel;

import beamish.expression.SmilePart;
import beamish.expression.SmileParts;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;

/** How one part of the chosen face's smile is shown. */
final class PartSlider extends EditSlider {
  PartSlider(Editor editor, SmilePart part) {
    super(
        editor,
        0,
        part.most(),
        part.of(SmileParts.NEUTRAL),
        now -> part.of(now.smiles().parts()),
        (now, value) -> now.adjustParts(parts -> part.in(parts, value)));
    setId("part-" + key(part));
    setAccessibleText(title(part));
    String help = Messages.text("part." + key(part) + ".help");
    setAccessibleHelp(help);
    setTooltip(new Tooltip(help));
    getStyleClass().add("part-slider");
  }

  private static String key(SmilePart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /** What people call a part. */
  static String title(SmilePart part) {
    return Messages.text("part." + key(part));
  }

  /** How a part is shown, for people. */
  static String value(SmilePart part, SmileParts parts) {
    return Messages.text("part.percent", Math.round(part.of(parts) * 100));
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new EditSliderSkin(this, Map.of());
  }
}
