package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.MetadataChoice;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the dialogs ask for, whether one photo is exported or many. */
abstract class ExportHow {
  private final DoubleProperty quality;
  private final ObjectProperty<Integer> longEdge;
  private final ObjectProperty<MetadataChoice> metadata;
  private final BooleanProperty srgb;
  private final BooleanProperty mark;
  private final StringProperty name;
  private final ReadOnlyBooleanWrapper nameUsable = new ReadOnlyBooleanWrapper(true);

  /** Begins with what was chosen last. */
  ExportHow(ExportChoices last) {
    quality = new SimpleDoubleProperty(last.quality());
    longEdge = new SimpleObjectProperty<>(last.longEdge());
    metadata = new SimpleObjectProperty<>(last.metadata());
    srgb = new SimpleBooleanProperty(last.srgb());
    mark = new SimpleBooleanProperty(last.mark());
    name = new SimpleStringProperty(last.name().text());
    name.subscribe(text -> nameUsable.set(pattern().isPresent()));
  }

  /** The format chosen; null for each photo's own. */
  abstract @Nullable PhotoFormat chosenFormat();

  /** The quality to write lossy formats with, 0 … 1. */
  public DoubleProperty qualityProperty() {
    return quality;
  }

  /** The long edge, pixels; {@link ExportSettings#OWN_SIZE} leaves the photo's. */
  public ObjectProperty<Integer> longEdgeProperty() {
    return longEdge;
  }

  /** What comes along of EXIF and XMP. */
  public ObjectProperty<MetadataChoice> metadataProperty() {
    return metadata;
  }

  /** Whether colours are converted to sRGB. */
  public BooleanProperty srgbProperty() {
    return srgb;
  }

  /** Whether the file says that AI had a part in it. */
  public BooleanProperty markProperty() {
    return mark;
  }

  /** The name pattern, as typed. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whether the name pattern can be used. */
  public ReadOnlyBooleanProperty nameUsableProperty() {
    return nameUsable.getReadOnlyProperty();
  }

  /** The name pattern; empty while what is typed makes none. */
  Optional<NamePattern> pattern() {
    try {
      return Optional.of(new NamePattern(name.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How to write; never over an opened photo. */
  ExportSettings settings(PhotoFormat format) {
    return new ExportSettings(
        format, quality.get(), longEdge.get(), metadata.get(), srgb.get(), mark.get(), false);
  }

  /** What to remember of it. */
  ExportChoices choices() {
    return new ExportChoices(
        chosenFormat(),
        quality.get(),
        longEdge.get(),
        metadata.get(),
        srgb.get(),
        mark.get(),
        pattern().orElse(NamePattern.STANDARD));
  }
}
