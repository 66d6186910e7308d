package beamish.ui.look;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.control.skin.TitledPaneSkin;

/**
 * Makes, away from the FX thread, one of each control that only forms have. Their classes and
 * lambdas take a run's first form a hundred milliseconds to load, during which the window would
 * stand still; nodes of no scene may be made on any thread.
 */
public final class FormsAhead {
  private static final AtomicBoolean LOADED = new AtomicBoolean();

  private FormsAhead() {}

  /** Once in a run, on {@code lane}. */
  public static void load(Executor lane) {
    if (LOADED.compareAndSet(false, true)) {
      lane.execute(FormsAhead::make);
    }
  }

  private static void make() {
    TextField field = new TextField();
    field.setSkin(new TextFieldSkin(field));
    for (boolean editable : new boolean[] {false, true}) {
      ComboBox<String> choice = new ComboBox<>();
      choice.setEditable(editable);
      choice.setSkin(new ComboBoxListViewSkin<>(choice));
    }
    TitledPane fold = new TitledPane();
    fold.setSkin(new TitledPaneSkin(fold));
    DialogPane unused = new DialogPane();
  }
}
