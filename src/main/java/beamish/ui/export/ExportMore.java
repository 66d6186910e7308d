package beamish.ui.export;

import beamish.codec.MetadataChoice;
import beamish.ui.text.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** What few change: metadata, colours, the mark and the name pattern, under a fold. */
final class ExportMore extends TitledPane {

  ExportMore(ExportHow form) {
    setId("export-more");
    getStyleClass().add("export-more");
    setText(Messages.text("export.more"));
    setAnimated(false);
    setExpanded(form.choices().hasMore());
    // few open it, and all would wait for it
    expandedProperty()
        .subscribe(
            open -> {
              if (open && getContent() == null) {
                setContent(content(form));
              }
            });
  }

  private static GridPane content(ExportHow form) {
    GridPane grid = ExportDialog.grid();

    ComboBox<MetadataChoice> metadata = new ComboBox<>();
    metadata.setId("export-metadata");
    metadata.getItems().setAll(MetadataChoice.values());
    metadata.setConverter(new MetadataNames());
    metadata.valueProperty().bindBidirectional(form.metadataProperty());
    ExportDialog.row(grid, 0, "export.metadata", metadata);

    CheckBox srgb = new CheckBox(Messages.text("export.srgb"));
    srgb.setId("export-srgb");
    srgb.selectedProperty().bindBidirectional(form.srgbProperty());
    ExportDialog.row(grid, 1, "export.colours", srgb);

    CheckBox mark = new CheckBox(Messages.text("export.mark"));
    mark.setId("export-mark");
    mark.selectedProperty().bindBidirectional(form.markProperty());
    ExportDialog.row(grid, 2, "export.label", mark);

    TextField name = new TextField();
    name.setId("export-name");
    name.textProperty().bindBidirectional(form.nameProperty());
    ExportDialog.row(grid, 3, "export.name", name);
    Label hint = new Label();
    hint.getStyleClass().add("panel-note");
    hint.setWrapText(true);
    hint.textProperty()
        .bind(
            form.nameUsableProperty()
                .map(usable -> Messages.text(usable ? "export.name.hint" : "export.name.bad")));
    grid.add(hint, 1, 4);
    return grid;
  }

  private static final class MetadataNames extends StringConverter<MetadataChoice> {
    @Override
    public String toString(MetadataChoice choice) {
      return choice == null ? "" : Messages.text("export.metadata." + choice);
    }

    @Override
    public MetadataChoice fromString(String text) {
      throw new UnsupportedOperationException("choices are chosen, not typed");
    }
  }
}
