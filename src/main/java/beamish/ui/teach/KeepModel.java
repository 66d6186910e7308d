package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.expression.ModelFile;
import beamish.expression.OwnModels;
import beamish.job.Lanes;
import beamish.training.lesson.Comparison;
import beamish.training.lesson.LessonTraining;
import beamish.training.lesson.ModelCard;
import beamish.ui.session.Notices;
import beamish.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to do with a model just trained: keep it under a name, hand it on, or throw it away. */
final class KeepModel extends HBox {
  private final Studio studio;
  private final Supplier<Path> folder;
  private final Executor fx;
  private final Notices notices;
  private final Consumer<Throwable> failed;
  private final Consumer<String> kept;
  private final TextField name = new TextField();
  private final ObjectProperty<@Nullable String> id = new SimpleObjectProperty<>();
  private @Nullable Comparison figures;

  /**
   * A row of buttons.
   *
   * @param busy while it is being compared: its card is to tell the figures
   * @param kept is told the id of a model that is now in the list
   * @param more goes back to train longer
   */
  KeepModel(
      Studio studio,
      Supplier<Path> folder,
      Executor fx,
      Notices notices,
      Consumer<Throwable> failed,
      ObservableBooleanValue busy,
      Consumer<String> kept,
      Runnable more,
      Runnable discarded) {
    super(8);
    this.studio = studio;
    this.folder = folder;
    this.fx = fx;
    this.notices = notices;
    this.failed = failed;
    this.kept = kept;
    setAlignment(Pos.CENTER_LEFT);
    name.setId("result-name");
    name.setPrefColumnCount(18);
    Label label = new Label(Messages.text("result.name"));
    label.setLabelFor(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Button keep = button("keep", Feather.CHECK, this::keep);
    keep.getStyleClass().add("accent");
    keep.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> name.getText().isBlank() || id.get() != null || busy.get(),
                name.textProperty(),
                id,
                busy));
    Button export = button("export", Feather.SHARE, this::export);
    export.disableProperty().bind(id.isNull());
    Button longer = button("longer", Feather.PLAY, more);
    Button discard = button("discard", Feather.TRASH_2, () -> discard(discarded));
    getChildren().addAll(label, name, keep, export, longer, discard);
  }

  private static Button button(String key, Feather icon, Runnable action) {
    Button button = new Button(Messages.text("result." + key), new FontIcon(icon));
    button.setId("result-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** Begins with a model of this name, not kept yet. */
  void begin(String suggested) {
    name.setText(suggested);
    id.set(null);
    figures = null;
  }

  /** What its card will tell. */
  void measured(Comparison comparison) {
    figures = comparison;
  }

  private void keep() {
    String title = name.getText().strip();
    Path trained = folder.get();
    Comparison told = figures;
    run(
        () ->
            new OwnModels(studio.models())
                .keep(
                    trained,
                    title,
                    ModelCard.of(
                        title,
                        studio.models().manifest(trained.toString()),
                        studio.models().defaultId(),
                        told)),
        own -> {
          id.set(own);
          notices.show(Notices.Kind.DONE, Messages.text("result.kept", title));
          kept.accept(own);
        });
  }

  private void export() {
    String own = id.get();
    if (own == null) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("result.export"));
    chooser.setInitialFileName(own + ModelFile.ENDING);
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      run(
          () -> {
            studio.models().exportTo(own, file.toPath());
            return file.getName();
          },
          written -> notices.show(Notices.Kind.DONE, Messages.text("result.exported", written)));
    }
  }

  private void discard(Runnable discarded) {
    Alert sure =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            Messages.text("result.discard.text"),
            ButtonType.CANCEL,
            ButtonType.OK);
    sure.initOwner(getScene().getWindow());
    sure.setHeaderText(Messages.text("result.discard.head"));
    Path trained = folder.get();
    sure.showAndWait()
        .filter(ButtonType.OK::equals)
        .ifPresent(
            yes ->
                run(
                    () -> {
                      LessonTraining.forget(trained);
                      return "";
                    },
                    gone -> discarded.run()));
  }

  private void run(Supplier<String> work, Consumer<String> done) {
    CompletableFuture<Void> unused =
        Lanes.on(studio.lanes().io(), work)
            .handleAsync(
                (result, failure) -> {
                  if (failure == null) {
                    done.accept(result);
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }
}
