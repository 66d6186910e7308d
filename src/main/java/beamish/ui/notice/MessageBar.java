package beamish.ui.notice;

import beamish.ui.session.Notices;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The message at the top of the photo area. Good news goes by itself. */
public final class MessageBar extends HBox {
  private static final Duration GOOD_NEWS = Duration.seconds(12);
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label text = new Label();
  private final PauseTransition fading = new PauseTransition(GOOD_NEWS);

  /** A bar for {@code notices}. */
  public MessageBar(Notices notices) {
    getStyleClass().addAll("message-bar", "elevated-2");
    setId("message");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(640, Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    text.setId("message-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon", "button-circle", "small");
    close.setAccessibleText(Messages.text("message.close"));
    close.setOnAction(e -> notices.clear());
    getChildren().addAll(icon, text, close);
    fading.setOnFinished(e -> notices.clear());
    notices.currentProperty().subscribe(this::show);
  }

  private void show(Notices.@Nullable Notice notice) {
    fading.stop();
    setVisible(notice != null);
    setManaged(notice != null);
    if (notice == null) {
      return;
    }
    text.setText(notice.text());
    setAccessibleText(notice.text());
    getStyleClass().removeAll(List.of("done", "hint", "problem"));
    switch (notice.kind()) {
      case DONE -> {
        icon.setIconCode(Feather.CHECK_CIRCLE);
        getStyleClass().add("done");
        fading.playFromStart();
      }
      case HINT -> {
        icon.setIconCode(Feather.INFO);
        getStyleClass().add("hint");
      }
      case PROBLEM -> {
        icon.setIconCode(Feather.ALERT_CIRCLE);
        getStyleClass().add("problem");
      }
    }
  }
}
