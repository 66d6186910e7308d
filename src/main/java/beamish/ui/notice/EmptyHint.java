package beamish.ui.notice;

import beamish.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the photo area says before there is a photo. */
public final class EmptyHint extends VBox {

  /** The empty state, whose button runs {@code open}. */
  public EmptyHint(Runnable open) {
    getStyleClass().add("empty-hint");
    setAlignment(Pos.CENTER);
    setPickOnBounds(false);
    FontIcon icon = new FontIcon(Feather.IMAGE);
    Label what = new Label(Messages.text("empty.what"));
    what.getStyleClass().add("empty-what");
    Label formats = new Label(Messages.text("empty.formats"));
    formats.getStyleClass().add("empty-formats");
    Button button = new Button(Messages.text("empty.open"));
    button.setOnAction(e -> open.run());
    getChildren().addAll(icon, what, button, formats);
  }
}
