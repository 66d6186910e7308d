package beamish.ui.command;

import beamish.ui.session.Editor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The backslash key: the original is shown as long as it is held. */
public final class HoldOriginal {

  private HoldOriginal() {}

  /** Lets the key work everywhere in {@code scene}. */
  public static void install(Scene scene, Editor editor) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (isKey(e) && editor.photo() != null) {
            editor.views().originalProperty().set(true);
            e.consume();
          }
        });
    scene.addEventFilter(
        KeyEvent.KEY_RELEASED,
        e -> {
          if (isKey(e)) {
            editor.views().originalProperty().set(false);
            e.consume();
          }
        });
  }

  // where the key needs AltGr, its code is another and its text tells
  private static boolean isKey(KeyEvent e) {
    return e.getCode() == KeyCode.BACK_SLASH || "\\".equals(e.getText());
  }
}
