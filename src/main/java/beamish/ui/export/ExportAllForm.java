package beamish.ui.export;

import beamish.codec.PhotoFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the dialog for many photos asks for: a format for all or each photo's own, and a folder. */
final class ExportAllForm extends ExportHow {
  private final ObjectProperty<Optional<PhotoFormat>> format;
  private final StringProperty folder;

  /** A form that proposes a folder. */
  ExportAllForm(Path folder, ExportChoices last) {
    super(last);
    this.format = new SimpleObjectProperty<>(Optional.ofNullable(last.format()));
    this.folder = new SimpleStringProperty(folder.toString());
  }

  /** The format to write; empty for each photo's own. */
  ObjectProperty<Optional<PhotoFormat>> formatProperty() {
    return format;
  }

  /** The folder to write to, as typed. */
  StringProperty folderProperty() {
    return folder;
  }

  @Override
  @Nullable PhotoFormat chosenFormat() {
    return format.get().orElse(null);
  }

  /** The folder to write to; null while what is typed names none. */
  @Nullable Path target() {
    try {
      Path path = Path.of(folder.get().strip());
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
