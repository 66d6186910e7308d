package beamish.ui.command;

import beamish.expression.ModelManifest;
import beamish.ui.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** What this is: name, version, the models that are present, and whom it owes what. */
public final class AboutDialog extends Dialog<ButtonType> {

  /** A dialog over {@code owner}. */
  public AboutDialog(Window owner, List<ModelManifest> models) {
    initOwner(owner);
    setTitle(Messages.text("about.title"));
    Label name = new Label(Messages.text("about.name", version()));
    name.getStyleClass().add("about-name");
    VBox all = new VBox(name, new Label(Messages.text("about.what")), heading("about.models"));
    for (ModelManifest model : models) {
      all.getChildren()
          .add(new Label(Messages.text("about.model", model.title(), model.licence())));
    }
    if (models.isEmpty()) {
      all.getChildren().add(new Label(Messages.text("about.noModels")));
    }
    all.getChildren().addAll(heading("about.notice"), legal());
    all.getStyleClass().add("about");
    all.setId("about");
    getDialogPane().setContent(all);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
  }

  private static String version() {
    return Optional.ofNullable(AboutDialog.class.getPackage().getImplementationVersion())
        .orElseGet(() -> Messages.text("about.source"));
  }

  private static Label heading(String key) {
    Label heading = new Label(Messages.text(key));
    heading.getStyleClass().add("panel-title");
    return heading;
  }

  private static TextArea legal() {
    TextArea text = new TextArea(file("NOTICE") + "\n\n" + file("LICENSE"));
    text.setId("about-notice");
    text.setEditable(false);
    text.setPrefColumnCount(60);
    text.setPrefRowCount(14);
    text.setAccessibleText(Messages.text("about.notice"));
    return text;
  }

  private static String file(String name) {
    try (InputStream in = AboutDialog.class.getResourceAsStream("/beamish/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
