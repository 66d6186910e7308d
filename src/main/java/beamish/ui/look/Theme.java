package beamish.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;

/** Light or dark. */
public enum Theme {
  /** As the desktop is. */
  SYSTEM,
  /** Light. */
  LIGHT,
  /** Dark. */
  DARK;

  /** Keeps the application's style as {@code choice} says. On the FX thread. */
  public static void follow(ObjectProperty<Theme> choice) {
    choice.subscribe(Theme::apply);
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> choice.get().apply());
  }

  private void apply() {
    boolean dark =
        this == DARK
            || (this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
