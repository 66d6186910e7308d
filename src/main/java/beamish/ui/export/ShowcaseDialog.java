package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.LoopFormat;
import beamish.codec.PhotoFormat;
import beamish.edit.SmileLoop;
import beamish.ui.text.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks how a picture to show to others is made; its result, or nothing if cancelled. */
final class ShowcaseDialog extends Dialog<ShowcaseDialog.Choice> {

  /** What is made. */
  enum Kind {
    BEFORE_AFTER("-before-after.jpg", 2048),
    LOOP("-loop.gif", 600);

    private final String ending;
    private final int size;

    Kind(String ending, int size) {
      this.ending = ending;
      this.size = size;
    }

    private List<Integer> sizes() {
      return this == LOOP
          ? List.of(360, 480, 600, 720)
          : List.of(ExportSettings.OWN_SIZE, 1600, 2048, 3840);
    }

    private String key(String of) {
      return "showcase." + name() + "." + of;
    }
  }

  /**
   * How to make it.
   *
   * @param longEdge pixels, or {@link ExportSettings#OWN_SIZE}
   * @param area of a loop
   */
  record Choice(Path target, int longEdge, SmileLoop.Area area) {}

  private final Kind kind;
  private final TextField file = new TextField();
  private final ComboBox<Integer> size = new ComboBox<>();
  private final ComboBox<SmileLoop.Area> area = new ComboBox<>();
  private final ComboBox<LoopFormat> format = new ComboBox<>();

  ShowcaseDialog(Window owner, Kind kind, Path source) {
    this.kind = kind;
    initOwner(owner);
    setTitle(Messages.text(kind.key("title")));
    ButtonType export =
        new ButtonType(Messages.text("export.button"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, export);
    getDialogPane().setContent(content(source));
    Node button = getDialogPane().lookupButton(export);
    button.setId("showcase-button");
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> target() == null, file.textProperty()));
    setResultConverter(pressed -> pressed == export ? choice() : null);
  }

  private GridPane content(Path source) {
    GridPane grid = ExportDialog.grid();
    Label what = new Label(Messages.text(kind.key("what")));
    what.getStyleClass().add("panel-note");
    what.setWrapText(true);
    grid.add(what, 0, 0, 2, 1);
    if (kind == Kind.LOOP) {
      area.setId("showcase-area");
      area.getItems().setAll(SmileLoop.Area.values());
      area.setConverter(new AreaNames());
      ExportDialog.row(grid, 1, "showcase.area", area);
      format.setId("showcase-format");
      format.getItems().setAll(LoopFormat.values());
      format.setConverter(new FormatNames());
      format.setValue(LoopFormat.GIF);
      format.valueProperty().addListener((value, old, now) -> rename(old, now));
      ExportDialog.row(grid, 3, "export.format", format);
    }
    area.setValue(SmileLoop.Area.FACE);
    size.setId("showcase-size");
    size.getItems().setAll(kind.sizes());
    size.setConverter(new SizeNames());
    size.setValue(kind.size);
    ExportDialog.row(grid, 2, "export.size", size);
    file.setId("showcase-file");
    file.setPrefColumnCount(38);
    String name = String.valueOf(source.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    file.setText(source.toAbsolutePath().resolveSibling(stem + kind.ending).toString());
    ExportDialog.row(grid, 4, "export.file", file);
    return grid;
  }

  private void rename(LoopFormat old, LoopFormat now) {
    String ending = "." + old.extension();
    String typed = file.getText();
    if (typed.endsWith(ending)) {
      file.setText(typed.substring(0, typed.length() - ending.length()) + "." + now.extension());
    }
  }

  private @Nullable Choice choice() {
    Path target = target();
    return target == null ? null : new Choice(target, size.getValue(), area.getValue());
  }

  /** The file, with an ending; null while what is typed names none. */
  private @Nullable Path target() {
    String typed = file.getText().strip();
    String ending =
        kind == Kind.LOOP
            ? "." + format.getValue().extension()
            : kind.ending.substring(kind.ending.lastIndexOf('.'));
    try {
      Path path = Path.of(typed);
      boolean ends =
          kind == Kind.LOOP ? typed.endsWith(ending) : PhotoFormat.ofFileName(path).isPresent();
      Path whole = ends ? path : Path.of(typed + ending);
      return whole.isAbsolute() && !typed.isEmpty() ? whole : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static final class FormatNames extends StringConverter<LoopFormat> {
    @Override
    public String toString(LoopFormat format) {
      return format == null ? "" : format.label();
    }

    @Override
    public LoopFormat fromString(String text) {
      throw new UnsupportedOperationException("formats are chosen, not typed");
    }
  }

  private static final class AreaNames extends StringConverter<SmileLoop.Area> {
    @Override
    public String toString(SmileLoop.Area area) {
      return area == null ? "" : Messages.text("showcase.area." + area);
    }

    @Override
    public SmileLoop.Area fromString(String text) {
      throw new UnsupportedOperationException("areas are chosen, not typed");
    }
  }
}
