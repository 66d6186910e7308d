package beamish.ui.session;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The photos that the window goes through, and which of them is in it or on its way. */
public final class Album {
  private final ObservableList<Item> photos = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);

  /** A photo of the album and what is known of it. Equal only to itself. */
  public static final class Item {
    private final Path file;
    private final BooleanProperty edited = new SimpleBooleanProperty();
    private final BooleanProperty exported = new SimpleBooleanProperty();
    private final BooleanProperty broken = new SimpleBooleanProperty();

    private Item(Path file) {
      this.file = file;
    }

    /** Its file. */
    public Path file() {
      return file;
    }

    /** Its file's name. */
    public String name() {
      return String.valueOf(file.getFileName());
    }

    /** Whether it has an edit that changes it. */
    public BooleanProperty editedProperty() {
      return edited;
    }

    /** Whether it was exported as it is edited now. */
    public BooleanProperty exportedProperty() {
      return exported;
    }

    /** Whether it turned out to be no photo that can be read. */
    public BooleanProperty brokenProperty() {
      return broken;
    }
  }

  /** The photos, in order. */
  public ObservableList<Item> photos() {
    return photos;
  }

  /** Which photo is shown or being opened; −1 in an empty album. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Which photo is shown or being opened. */
  public int current() {
    return current.get();
  }

  /** Begins with other photos, none of them shown; one named twice counts once. */
  void fill(List<Path> files) {
    current.set(-1);
    Set<Path> unlike = new LinkedHashSet<>();
    files.forEach(file -> unlike.add(file.toAbsolutePath().normalize()));
    photos.setAll(unlike.stream().map(Item::new).toList());
  }

  void setCurrent(int index) {
    current.set(index);
  }

  /** The album's place for a file, −1 where it has none. */
  int indexOf(Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    for (int i = 0; i < photos.size(); i++) {
      if (photos.get(i).file.equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** What is known of a file, or null. */
  @Nullable Item of(Path file) {
    int index = indexOf(file);
    return index < 0 ? null : photos.get(index);
  }

  /** The next photo in a direction (1 or −1) that is not known to be broken; −1 where none is. */
  int next(int direction) {
    for (int i = current.get() + direction; i >= 0 && i < photos.size(); i += direction) {
      if (!photos.get(i).broken.get()) {
        return i;
      }
    }
    return -1;
  }
}
