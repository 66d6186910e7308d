package beamish.ui;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.effect.DropShadow;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;

/** Tells when the renderer is done with a scene as it is now. On the FX thread. */
final class Painting {
  private final Scene scene;
  private final Runnable painted;
  private final Runnable listener = this::pulsed;

  private Painting(Scene scene, Runnable painted) {
    this.scene = scene;
    this.painted = painted;
  }

  /** Runs {@code painted} at the end of the painting of the next pulse. */
  static void await(Scene scene, Runnable painted) {
    scene.addPostLayoutPulseListener(new Painting(scene, painted).listener);
    Platform.requestNextPulse();
  }

  /** Loads the library of JavaFX's effects, which else comes with the first shadow that is seen. */
  static void loadEffects() {
    Rectangle dot = new Rectangle(1, 1);
    dot.setEffect(new DropShadow());
    dot.snapshot(new SnapshotParameters(), new WritableImage(1, 1));
  }

  private void pulsed() {
    scene.removePostLayoutPulseListener(listener);
    // the pulse under way hands the scene to the renderer
    Platform.runLater(this::rendered);
  }

  private void rendered() {
    // which works in order: this picture of a dot is done after the scene's
    new Rectangle(1, 1).snapshot(new SnapshotParameters(), new WritableImage(1, 1));
    painted.run();
  }
}
