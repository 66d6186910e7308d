package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the export dialog asks for. File and format stay in step: another format changes the file's
 * ending, another ending that is known changes the format, another name pattern the name.
 */
public final class ExportForm extends ExportHow {
  private final Path source;
  private final double strength;
  private final @Nullable PhotoFormat own;
  private final StringProperty file = new SimpleStringProperty();
  private final ObjectProperty<PhotoFormat> format = new SimpleObjectProperty<>();

  /**
   * A form that proposes a file beside the photo, in the format last chosen or its own.
   *
   * @param strength what {strength} in a name means
   */
  ExportForm(Path source, ExportChoices last, double strength) {
    super(last);
    this.source = source;
    this.strength = strength;
    own = formatOf(source.toString());
    PhotoFormat chosen = last.format() == null ? own : last.format();
    format.set(chosen == null ? PhotoFormat.PNG : chosen);
    propose(last.name(), source.toAbsolutePath());
    format.subscribe((was, now) -> formatChanged(now));
    file.subscribe((was, now) -> fileChanged(now));
    nameProperty().subscribe((was, now) -> nameChanged());
  }

  /** The file to write, as typed. */
  public StringProperty fileProperty() {
    return file;
  }

  /** The format to write. */
  public ObjectProperty<PhotoFormat> formatProperty() {
    return format;
  }

  /** How to write; never over the opened photo. */
  public ExportSettings settings() {
    return settings(format.get());
  }

  /** The choices on which the file's bytes depend. */
  List<Observable> bytesDependOn() {
    return List.of(
        format,
        qualityProperty(),
        longEdgeProperty(),
        metadataProperty(),
        srgbProperty(),
        markProperty());
  }

  @Override
  @Nullable PhotoFormat chosenFormat() {
    return format.get() == own ? null : format.get();
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

  private void nameChanged() {
    Path target = target();
    pattern().ifPresent(p -> propose(p, target == null ? source.toAbsolutePath() : target));
  }

  private void propose(NamePattern pattern, Path beside) {
    String proposed = pattern.fileName(source, strength, 1, format.get());
    if (format.get() == own) {
      // the very ending, .JPG or .jpeg, that its owner is used to
      String given = String.valueOf(source.getFileName());
      String ending = given.substring(given.lastIndexOf('.'));
      proposed = proposed.substring(0, proposed.lastIndexOf('.')) + ending;
    }
    file.set(beside.resolveSibling(proposed).toString());
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
