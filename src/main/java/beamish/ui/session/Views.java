package beamish.ui.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the photo is shown, whatever its edit: beside its original, with outlines, or without. */
public final class Views {
  private final BooleanProperty original = new SimpleBooleanProperty();
  private final BooleanProperty split = new SimpleBooleanProperty();
  private final BooleanProperty sideBySide = new SimpleBooleanProperty();
  private final BooleanProperty outlines = new SimpleBooleanProperty(true);

  Views() {
    exclude(split, sideBySide);
    exclude(sideBySide, split);
  }

  private static void exclude(BooleanProperty one, BooleanProperty other) {
    one.subscribe(
        on -> {
          if (on) {
            other.set(false);
          }
        });
  }

  /** Whether the original is held up in place of the edit. */
  public BooleanProperty originalProperty() {
    return original;
  }

  /** Whether a line splits the photo into original and edit; not while both are side by side. */
  public BooleanProperty splitProperty() {
    return split;
  }

  /** Whether the original and the edit are shown side by side; not while a line splits them. */
  public BooleanProperty sideBySideProperty() {
    return sideBySide;
  }

  /** Whether faces are outlined. */
  public BooleanProperty outlinesProperty() {
    return outlines;
  }
}
