package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.Map;
import javafx.scene.control.Skin;

/** How strongly the chosen face smiles. */
public final class SmileSlider extends EditSlider {

  /** A slider for what {@code editor} edits. */
  public SmileSlider(Editor editor) {
    super(editor, SmileRange.MIN, SmileRange.MAX, 0, Editor::strength, Editor::adjust);
    setId("smile");
    setAccessibleText(Messages.text("slider.accessible"));
    setAccessibleHelp(Messages.text("slider.help"));
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new EditSliderSkin(
        this,
        Map.of(
            SmileRange.MIN,
            Messages.text("slider.calm"),
            0.0,
            Messages.text("slider.zero"),
            1.0,
            Messages.text("slider.smile"),
            SmileRange.MAX,
            Messages.text("slider.laugh")));
  }
}
