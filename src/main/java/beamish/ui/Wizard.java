package beamish.ui;

import beamish.edit.Studio;
import beamish.ui.session.Engine;
import beamish.ui.teach.TeachWindow;
import beamish.ui.teach.Teaching;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window in which faces are taught, made when it is first asked for. On the FX thread. */
final class Wizard {
  private final Stage stage;
  private final Studio studio;
  private final Engine engine;
  private final Teaching lessons;
  private final Consumer<String> kept;
  private @Nullable TeachWindow window;

  /**
   * A wizard beside the editor's window.
   *
   * @param kept is told the id of a model that was kept, to edit with
   */
  Wizard(Stage stage, Studio studio, Engine engine, Teaching lessons, Consumer<String> kept) {
    this.stage = stage;
    this.studio = studio;
    this.engine = engine;
    this.lessons = lessons;
    this.kept = kept;
  }

  /** Shows it, or brings it to the front. */
  void show() {
    TeachWindow made =
        window == null ? new TeachWindow(stage, studio, engine, lessons, kept) : window;
    window = made;
    // after what is waiting: making it takes long enough
    Platform.runLater(made::show);
  }

  /** Closes it for good; done once the lesson is kept and no training is under way. */
  CompletableFuture<Void> close() {
    return window == null ? CompletableFuture.completedFuture(null) : window.close();
  }
}
