package beamish.ui.film;

import beamish.ui.session.Album;
import beamish.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A photo in the strip: its picture, and marks for what is known of it. */
final class FilmCell extends ListCell<Album.Item> {
  private static final double WIDTH = 116;
  private static final double PICTURE_WIDTH = 104;
  private static final double PICTURE_HEIGHT = 68;
  private final Thumbnails thumbnails;
  private final ImageView picture = new ImageView();
  private final FontIcon edited = new FontIcon(Feather.EDIT_2);
  private final FontIcon exported = new FontIcon(Feather.CHECK);
  private final FontIcon broken = new FontIcon(Feather.ALERT_TRIANGLE);
  private final HBox marks = new HBox(edited, exported);
  private final StackPane frame = new StackPane(picture, broken, marks);
  private final Tooltip tooltip = new Tooltip();
  private Album.@Nullable Item shown;
  private Subscription following = Subscription.EMPTY;

  FilmCell(Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
    picture.setFitWidth(PICTURE_WIDTH);
    picture.setFitHeight(PICTURE_HEIGHT);
    picture.setPreserveRatio(true);
    frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    frame.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    frame.getStyleClass().add("film-frame");
    marks.getStyleClass().add("film-marks");
    marks.setAlignment(Pos.BOTTOM_RIGHT);
    marks.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(marks, Pos.BOTTOM_RIGHT);
    for (FontIcon icon : new FontIcon[] {edited, exported, broken}) {
      icon.managedProperty().bind(icon.visibleProperty());
    }
    setPrefWidth(WIDTH);
  }

  @Override
  protected void updateItem(Album.@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    Album.Item next = empty ? null : item;
    if (next == shown) {
      return;
    }
    if (shown != null) {
      thumbnails.cancel(shown);
    }
    following.unsubscribe();
    following = Subscription.EMPTY;
    shown = next;
    picture.setImage(null);
    if (next == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    tooltip.setText(next.name());
    setTooltip(tooltip);
    setGraphic(frame);
    following =
        next.editedProperty()
            .subscribe(on -> mark(next))
            .and(next.exportedProperty().subscribe(on -> mark(next)))
            .and(next.brokenProperty().subscribe(on -> mark(next)));
    thumbnails.request(
        next,
        image -> {
          if (shown == next) {
            picture.setImage(image);
          }
        });
  }

  private void mark(Album.Item item) {
    boolean isEdited = item.editedProperty().get();
    boolean isExported = item.exportedProperty().get();
    boolean isBroken = item.brokenProperty().get();
    edited.setVisible(isEdited);
    exported.setVisible(isExported);
    broken.setVisible(isBroken);
    marks.setVisible(isEdited || isExported);
    setAccessibleText(
        Messages.text(
            "film.accessible",
            item.name(),
            isEdited ? 1 : 0,
            isExported ? 1 : 0,
            isBroken ? 1 : 0));
  }
}
