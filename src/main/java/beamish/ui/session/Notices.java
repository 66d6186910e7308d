package beamish.ui.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The one message that the window shows, until it is closed or replaced. */
public final class Notices {
  private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>();

  /** How a message is meant. */
  public enum Kind {
    /** Something is done. */
    DONE,
    /** Something to know. */
    HINT,
    /** Something did not work. */
    PROBLEM
  }

  /**
   * A message.
   *
   * @param text one or two sentences for people
   */
  public record Notice(Kind kind, String text) {}

  /** What is shown; null where there is nothing to say. */
  public ReadOnlyObjectProperty<@Nullable Notice> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Shows a message in place of the last. */
  public void show(Kind kind, String text) {
    current.set(new Notice(kind, text));
  }

  /** Takes the message away. */
  public void clear() {
    current.set(null);
  }
}
