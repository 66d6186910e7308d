package beamish.ui.look;

import beamish.ui.session.KeptProperties;
import java.nio.file.Path;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * How the window was left: its theme, its place, and whether faces are outlined. On the FX thread.
 */
public final class WindowMemory {
  private final KeptProperties kept;

  private WindowMemory(KeptProperties kept) {
    this.kept = kept;
  }

  /** A memory that ends with the program. */
  public static WindowMemory ofThisRun() {
    return new WindowMemory(new KeptProperties(null));
  }

  /** The memory in a file, which need not be there yet. */
  public static WindowMemory in(Path file) {
    return new WindowMemory(new KeptProperties(file));
  }

  /** Sets all three as they were left; what is not known, or makes no sense, stays as it is. */
  public void restore(Stage stage, ObjectProperty<Theme> theme, BooleanProperty outlines) {
    Properties all = kept.read();
    if (all.getProperty("theme") == null) {
      return;
    }
    try {
      Theme look = Theme.valueOf(all.getProperty("theme"));
      Rectangle2D place =
          new Rectangle2D(
              number(all, "x"), number(all, "y"), number(all, "width"), number(all, "height"));
      theme.set(look);
      outlines.set(Boolean.parseBoolean(all.getProperty("outlines")));
      // on a screen that is there no more, nobody would find it
      if (!Screen.getScreensForRectangle(place).isEmpty()) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
      }
      stage.setMaximized(Boolean.parseBoolean(all.getProperty("maximised")));
    } catch (RuntimeException e) {
      kept.notUsed(e);
    }
  }

  /** Whether the first hints were read or waved away; so they were where nothing is remembered. */
  public boolean areHintsSeen() {
    return kept.file() == null || Boolean.parseBoolean(kept.read().getProperty("hintsSeen"));
  }

  /** Remembers that they were, at once: the window may be left the next moment. */
  public void keepHintsSeen() {
    Properties all = kept.read();
    all.setProperty("hintsSeen", "true");
    kept.write(all, Runnable::run);
  }

  /** The id of the model chosen last; empty where none was. */
  public String model() {
    return kept.read().getProperty("model", "");
  }

  /** Remembers a model's id. */
  public void keepModel(String id) {
    Properties all = kept.read();
    all.setProperty("model", id);
    kept.write(all, Runnable::run);
  }

  private static double number(Properties all, String key) {
    double value = Double.parseDouble(all.getProperty(key));
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is " + value);
    }
    return value;
  }

  /** Remembers all three, at once: the program is about to end. */
  public void keep(Stage stage, Theme theme, boolean outlines) {
    Properties all = kept.read();
    all.setProperty("theme", theme.name());
    all.setProperty("outlines", String.valueOf(outlines));
    all.setProperty("maximised", String.valueOf(stage.isMaximized()));
    // the place to go back to, not the screen's
    if (!stage.isMaximized() || all.getProperty("width") == null) {
      all.setProperty("x", String.valueOf(stage.getX()));
      all.setProperty("y", String.valueOf(stage.getY()));
      all.setProperty("width", String.valueOf(stage.getWidth()));
      all.setProperty("height", String.valueOf(stage.getHeight()));
    }
    kept.write(all, Runnable::run);
  }
}
