package beamish.ui.export;

import beamish.codec.PhotoFormat;
import beamish.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** Asks how to export many photos, and where to; its result is the form, or nothing. */
final class ExportAllDialog extends Dialog<ExportAllForm> {
  private final ExportAllForm form;
  private final Window owner;

  ExportAllDialog(Window owner, ExportAllForm form, int photos) {
    this.owner = owner;
    this.form = form;
    initOwner(owner);
    setTitle(Messages.text("exportAll.title"));
    ButtonType export =
        new ButtonType(Messages.text("export.button"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, export);
    ExportMore more = new ExportMore(form);
    getDialogPane().setContent(new VBox(content(photos), more));
    more.expandedProperty().subscribe((was, now) -> fit());
    getDialogPane().getStyleClass().add("export-dialog");
    Node button = getDialogPane().lookupButton(export);
    button.setId("export-all-button");
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> form.target() == null || !form.nameUsableProperty().get(),
                form.folderProperty(),
                form.nameUsableProperty()));
    setResultConverter(pressed -> pressed == export ? form : null);
  }

  /** Makes the window as high as the fold wants it. */
  private void fit() {
    Platform.runLater(() -> getDialogPane().getScene().getWindow().sizeToScene());
  }

  private GridPane content(int photos) {
    GridPane grid = ExportDialog.grid();
    ComboBox<Optional<PhotoFormat>> format = new ComboBox<>();
    format.setId("export-format");
    List<Optional<PhotoFormat>> formats = new ArrayList<>(List.of(Optional.empty()));
    for (PhotoFormat each : PhotoFormat.values()) {
      formats.add(Optional.of(each));
    }
    format.getItems().setAll(formats);
    format.setConverter(new FormatNames());
    format.valueProperty().bindBidirectional(form.formatProperty());
    ExportDialog.row(grid, 0, "export.format", format);
    Node quality = ExportDialog.quality(form);
    quality
        .disableProperty()
        .bind(form.formatProperty().map(f -> f.isPresent() && !f.get().hasQuality()));
    ExportDialog.row(grid, 1, "export.quality", quality);
    ExportDialog.row(grid, 2, "export.size", ExportDialog.size(form));
    ExportDialog.row(grid, 3, "export.folder", folder());
    Label told = new Label(Messages.text("exportAll.what", photos));
    told.getStyleClass().add("panel-note");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    grid.add(told, 1, 4);
    return grid;
  }

  private Node folder() {
    TextField folder = new TextField();
    folder.setId("export-folder");
    folder.textProperty().bindBidirectional(form.folderProperty());
    folder.setPrefColumnCount(34);
    folder.setAccessibleText(Messages.text("export.folder"));
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button browse = new Button(Messages.text("export.browse"));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(e -> browse());
    HBox where = new HBox(8, folder, browse);
    where.setAlignment(Pos.CENTER_LEFT);
    return where;
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("exportAll.title"));
    for (Path at = form.target(); at != null; at = at.getParent()) {
      if (at.toFile().isDirectory()) {
        chooser.setInitialDirectory(at.toFile());
        break;
      }
    }
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      form.folderProperty().set(chosen.getPath());
    }
  }

  private static final class FormatNames extends StringConverter<Optional<PhotoFormat>> {
    @Override
    public String toString(Optional<PhotoFormat> format) {
      return format == null || format.isEmpty()
          ? Messages.text("exportAll.ownFormat")
          : format.get().label();
    }

    @Override
    public Optional<PhotoFormat> fromString(String text) {
      throw new UnsupportedOperationException("formats are chosen, not typed");
    }
  }
}
