package beamish.ui.film;

import beamish.ui.session.Album;
import beamish.ui.text.Messages;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;

/** The album's photos side by side, where there is more than one; choosing one opens it. */
public final class Filmstrip extends ListView<Album.Item> {
  private static final double HEIGHT = 100;
  private final Album album;
  private boolean following;
  private boolean choosing;
  private boolean leading;

  /** A strip of {@code album}; {@code open} takes the index of the photo chosen. */
  public Filmstrip(Album album, Thumbnails thumbnails, IntConsumer open) {
    super(album.photos());
    this.album = album;
    setId("film");
    getStyleClass().addAll("filmstrip", "edge-to-edge");
    setOrientation(Orientation.HORIZONTAL);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setAccessibleText(Messages.text("film.title"));
    setCellFactory(list -> new FilmCell(thumbnails));
    visibleProperty().bind(Bindings.size(album.photos()).greaterThan(1));
    managedProperty().bind(visibleProperty());
    getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (!following && index.intValue() >= 0) {
                choosing = true;
                open.accept(index.intValue());
                choosing = false;
              }
            });
    album.currentProperty().subscribe(current -> follow());
  }

  /** Whether somebody goes through the photos here, and would go on here by keys. */
  public boolean isLeading() {
    return leading && isFocused();
  }

  private void follow() {
    leading = choosing;
    following = true;
    int index = album.current();
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(index);
      getFocusModel().focus(index);
      // once the list knows of its photos
      Platform.runLater(() -> bringIntoSight(index));
    }
    following = false;
  }

  private void bringIntoSight(int index) {
    if (index == album.current()) {
      scrollTo(Math.max(0, index - 1));
    }
  }
}
