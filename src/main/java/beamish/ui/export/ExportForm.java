package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.PhotoFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the export dialog asks for. File and format stay in step: another format changes the file's
 * ending, another ending that is known changes the format.
 */
public final class ExportForm {
  private final StringProperty file = new SimpleStringProperty();
  private final ObjectProperty<PhotoFormat> format = new SimpleObjectProperty<>();
  private final DoubleProperty quality = new SimpleDoubleProperty(ExportSettings.DEFAULT_QUALITY);

  /** A form that proposes {@code <name>-smile.<ext>} beside the photo, in its own format. */
  public ExportForm(Path source) {
    PhotoFormat own = formatOf(source.toString());
    PhotoFormat proposed = own == null ? PhotoFormat.PNG : own;
    String name = String.valueOf(source.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = own == null ? proposed.extension() : name.substring(dot + 1);
    format.set(proposed);
    file.set(source.toAbsolutePath().resolveSibling(stem + "-smile." + ending).toString());
    format.subscribe((was, now) -> formatChanged(now));
    file.subscribe((was, now) -> fileChanged(now));
  }

  /** The file to write, as typed. */
  public StringProperty fileProperty() {
    return file;
  }

  /** The format to write. */
  public ObjectProperty<PhotoFormat> formatProperty() {
    return format;
  }

  /** The quality to write lossy formats with, 0 … 1. */
  public DoubleProperty qualityProperty() {
    return quality;
  }

  /** The file to write, with an ending; null while what is typed names none. */
  public @Nullable Path target() {
    String typed = file.get().strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      Path path = Path.of(formatOf(typed) == null ? typed + "." + format.get().extension() : typed);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void formatChanged(PhotoFormat now) {
    String path = file.get();
    PhotoFormat named = formatOf(path);
    if (named != null && named != now) {
      file.set(path.substring(0, path.lastIndexOf('.') + 1) + now.extension());
    }
  }

  private void fileChanged(String now) {
    PhotoFormat named = formatOf(now);
    if (named != null) {
      format.set(named);
    }
  }

  private static @Nullable PhotoFormat formatOf(String file) {
    try {
      return PhotoFormat.ofFileName(Path.of(file)).orElse(null);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
