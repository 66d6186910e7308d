package beamish.ui.export;

import beamish.codec.PhotoFormat;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.Arrays;
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
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;

/**
 * Asks for format, quality, size and file, and under a fold for the rest; its result is the form,
 * or nothing if cancelled.
 */
final class ExportDialog extends Dialog<ExportForm> {
  /** Wide enough for every label, so that what is under the fold stands in the same columns. */
  private static final double LABELS = 88;

  private final ExportForm form;
  private final Window owner;

  ExportDialog(Window owner, ExportForm form, ExportEstimate estimate) {
    this.owner = owner;
    this.form = form;
    initOwner(owner);
    setTitle(Messages.text("export.title"));
    ButtonType export =
        new ButtonType(Messages.text("export.button"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, export);
    ExportMore more = new ExportMore(form);
    getDialogPane().setContent(new VBox(content(estimate), more));
    more.expandedProperty().subscribe((was, now) -> fit());
    getDialogPane().getStyleClass().add("export-dialog");
    Node button = getDialogPane().lookupButton(export);
    button.setId("export-button");
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> form.target() == null, form.fileProperty(), form.formatProperty()));
    setResultConverter(pressed -> pressed == export ? form : null);
  }

  /** Makes the window as high as the fold wants it. */
  private void fit() {
    Platform.runLater(() -> getDialogPane().getScene().getWindow().sizeToScene());
  }

  static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("export-grid");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(Region.USE_PREF_SIZE);
    labels.setPrefWidth(LABELS);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    fields.setFillWidth(true);
    grid.getColumnConstraints().addAll(labels, fields);
    return grid;
  }

  private GridPane content(ExportEstimate estimate) {
    GridPane grid = grid();
    ComboBox<PhotoFormat> format = new ComboBox<>();
    format.setId("export-format");
    format.getItems().setAll(Arrays.asList(PhotoFormat.values()));
    format.setConverter(new FormatNames());
    format.valueProperty().bindBidirectional(form.formatProperty());
    row(grid, 0, "export.format", format);

    Node quality = quality(form);
    quality.disableProperty().bind(form.formatProperty().map(f -> !f.hasQuality()));
    row(grid, 1, "export.quality", quality);

    row(grid, 2, "export.size", size(form));

    TextField file = new TextField();
    file.setId("export-file");
    file.textProperty().bindBidirectional(form.fileProperty());
    file.setPrefColumnCount(34);
    HBox.setHgrow(file, Priority.ALWAYS);
    Button browse = new Button(Messages.text("export.browse"));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(e -> browse());
    HBox where = new HBox(8, file, browse);
    where.setAlignment(Pos.CENTER_LEFT);
    row(grid, 3, "export.file", where);
    ((Label) grid.getChildren().get(6)).setLabelFor(file);

    Label told = new Label();
    told.setId("export-estimate");
    told.getStyleClass().add("panel-note");
    told.textProperty().bind(estimate.textProperty());
    grid.add(told, 1, 4);
    return grid;
  }

  static void row(GridPane grid, int row, String key, Node field) {
    Label label = new Label(Messages.text(key));
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    grid.addRow(row, label, field);
  }

  static Node size(ExportHow form) {
    ComboBox<Integer> size = new ComboBox<>();
    size.setId("export-size");
    size.setEditable(true);
    size.getItems().setAll(SizeNames.OFFERED);
    size.setConverter(new SizeNames());
    size.valueProperty().bindBidirectional(form.longEdgeProperty());
    return size;
  }

  static Node quality(ExportHow form) {
    Slider slider = new Slider(50, 100, form.qualityProperty().get() * 100);
    slider.setId("export-quality");
    slider.setBlockIncrement(1);
    slider.valueProperty().subscribe(v -> form.qualityProperty().set(v.doubleValue() / 100));
    slider.setAccessibleText(Messages.text("export.quality"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label value = new Label();
    value.textProperty().bind(slider.valueProperty().map(v -> Math.round(v.doubleValue()) + " %"));
    value.setMinWidth(48);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox row = new HBox(8, slider, value);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void browse() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("export.title"));
    Path target = form.target();
    if (target != null) {
      chooser.setInitialFileName(String.valueOf(target.getFileName()));
      Path folder = target.getParent();
      if (folder != null && folder.toFile().isDirectory()) {
        chooser.setInitialDirectory(folder.toFile());
      }
    }
    var chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      form.fileProperty().set(chosen.getPath());
    }
  }

  private static final class FormatNames extends StringConverter<PhotoFormat> {
    @Override
    public String toString(PhotoFormat format) {
      return format == null ? "" : format.label();
    }

    @Override
    public PhotoFormat fromString(String text) {
      throw new UnsupportedOperationException("formats are chosen, not typed");
    }
  }
}
