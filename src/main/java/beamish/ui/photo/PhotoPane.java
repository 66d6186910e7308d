package beamish.ui.photo;

import beamish.image.Box;
import beamish.ui.session.DetailFeed;
import beamish.ui.session.Editor;
import beamish.ui.session.FaceTools;
import beamish.ui.session.PreviewSize;
import beamish.ui.session.ScreenArea;
import beamish.ui.session.ShownPhoto;
import beamish.ui.session.TileGrid;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The photo area: the picture under a viewport, with the face frames and the split over it. Side by
 * side there are two halves under one viewport, which is then as wide as one of them.
 */
public final class PhotoPane extends Pane {
  /** After so long without a move, what is seen is made sharp and exact. */
  public static final Duration REST = Duration.millis(150);

  private static final double ZOOM_STEP = 1.25;
  private static final double GAP = 2;

  /** Parts of the view around it that are made sharp ahead of a pan. */
  private static final double PAN_MARGIN = .25;

  /** And that stay. */
  private static final double KEEP_MARGIN = .5;

  private final Editor editor;
  private final PhotoLayers layers = new PhotoLayers();
  private final FaceFrames frames;
  private final FaceHandles handles;
  private final FaceBox box;
  private final PhotoHalf before;
  private final PhotoHalf after;
  private final SplitLine split = new SplitLine();
  private final PauseTransition idle = new PauseTransition(REST);
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyLongWrapper paints = new ReadOnlyLongWrapper();
  private @Nullable DetailFeed details;
  private @Nullable PreviewSize previewSize;
  private @Nullable Viewport viewport;
  private boolean fitted = true;

  /** The area for what {@code editor} edits, with {@code tools} for its faces. */
  public PhotoPane(Editor editor, FaceTools tools) {
    this.editor = editor;
    getStyleClass().add("photo-area");
    setId("photo");
    frames = new FaceFrames(editor);
    handles = new FaceHandles(editor, tools);
    box = new FaceBox(tools);
    split
        .visibleProperty()
        .bind(editor.views().splitProperty().and(editor.photoProperty().isNotNull()));
    split.opacityProperty().bind(editor.views().originalProperty().map(held -> held ? 0 : 1));
    before = new PhotoHalf(Messages.text("split.before"), layers.originalAgain());
    after = new PhotoHalf(Messages.text("split.after"), layers.node(), frames, handles, box);
    before.visibleProperty().bind(both());
    after.word().visibleProperty().bind(both().and(editor.views().originalProperty().not()));
    getChildren().addAll(before, after, split);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    new PanAndZoom(this);
    widthProperty().subscribe(this::resized);
    heightProperty().subscribe(this::resized);
    editor.photoProperty().subscribe((was, now) -> photoChanged(was));
    editor.settingsProperty().subscribe(this::settingsChanged);
    editor.views().originalProperty().subscribe(this::redraw);
    editor.views().splitProperty().subscribe(this::splitToggled);
    editor.views().sideBySideProperty().subscribe(this::resized);
    split.positionProperty().subscribe(this::redraw);
    idle.setOnFinished(e -> sharpen());
  }

  private BooleanBinding both() {
    return editor.views().sideBySideProperty().and(editor.photoProperty().isNotNull());
  }

  /**
   * Where the pane asks for what it shows: a preview of its size, and detail when it is zoomed in
   * beyond the largest.
   */
  public void setSources(PreviewSize size, DetailFeed feed) {
    previewSize = size;
    details = feed;
  }

  /** Device pixels a photo pixel: 1 is 100 %; 0 before the first photo. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** The edit's preview as it is when nothing moves, for small pictures of the faces. */
  public ReadOnlyObjectProperty<@Nullable Image> editedImageProperty() {
    return layers.editedImageProperty();
  }

  /** Paints a part of the edit's preview. */
  public void paint(ShownPhoto of, ScreenArea part) {
    layers.paint(of, part);
    if (idle.getStatus() != Animation.Status.RUNNING) {
      layers.settle();
    }
    paints.set(paints.get() + 1);
  }

  /** How many parts have been painted; the next pulse brings the latest to the screen. */
  public ReadOnlyLongProperty paintsProperty() {
    return paints.getReadOnlyProperty();
  }

  /** Lays a tile of detail over the preview. */
  public void show(DetailFeed.Detail detail) {
    layers.tiles().show(detail);
    trimTiles();
  }

  /** Shows the whole photo, and keeps doing so when the window changes its size. */
  public void fit() {
    ShownPhoto shown = editor.photo();
    if (shown != null) {
      fitted = true;
      var pixels = shown.open().photo().pixels();
      moveTo(
          Viewport.fit(
              viewWidth(), getHeight(), pixels.width(), pixels.height(), 1 / outputScale()));
    }
  }

  /** Shows one photo pixel on one device pixel, about the middle. */
  public void actualSize() {
    showAt(1);
  }

  /** Shows a photo pixel on so many device pixels, about the middle. */
  public void showAt(double scale) {
    zoomTo(scale / outputScale(), viewWidth() / 2, getHeight() / 2);
  }

  /** One step in (1) or out (−1), about the middle. */
  public void zoomStep(int direction) {
    zoomBy(Math.pow(ZOOM_STEP, direction), viewWidth() / 2, getHeight() / 2);
  }

  /** Gives the chosen face's frame the focus. */
  public void focusFace() {
    frames.focusChosen();
  }

  /** Whether there is something to pan. */
  boolean overflows() {
    return viewport != null && viewport.overflows();
  }

  /** Zooms about a point of the pane, in either half. */
  public void zoomBy(double factor, double x, double y) {
    if (viewport != null) {
      zoomTo(viewport.scale() * factor, inView(x), y);
    }
  }

  private void zoomTo(double scale, double x, double y) {
    if (viewport != null) {
      fitted = false;
      moveTo(viewport.zoomed(scale, x, y));
    }
  }

  /** Moves the photo under the view, by pane pixels. */
  public void panBy(double dx, double dy) {
    if (viewport != null) {
      fitted = false;
      moveTo(viewport.panned(dx, dy));
    }
  }

  /** Fit and 100 % in turn, about a point of the pane. */
  void toggleZoom(double x, double y) {
    if (fitted) {
      zoomTo(1 / outputScale(), inView(x), y);
    } else {
      fit();
    }
  }

  /** How wide a view of the photo is: the pane, or a half of it. */
  private double viewWidth() {
    return editor.views().sideBySideProperty().get()
        ? Math.max(1, Math.floor((getWidth() - GAP) / 2))
        : getWidth();
  }

  private double inView(double x) {
    double left = after.getLayoutX();
    return x < left ? x : x - left;
  }

  double outputScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : Math.max(1, getScene().getWindow().getOutputScaleX());
  }

  private void photoChanged(@Nullable ShownPhoto before) {
    ShownPhoto shown = editor.photo();
    stopDetail();
    if (shown != null) {
      layers.show(shown);
      if (shown.isSamePicture(before)) {
        redraw();
        if (shown.hasSamePreview(before)) {
          idle.playFromStart();
        } else {
          requestDetail();
        }
      } else {
        fit();
      }
    }
  }

  private void settingsChanged() {
    layers.tiles().settingsChanged(editor.settings());
    stopDetail();
    idle.playFromStart();
  }

  private void splitToggled() {
    if (editor.views().splitProperty().get() && viewport != null) {
      split.centre(viewport);
    }
    redraw();
  }

  private void resized() {
    double width = viewWidth();
    double height = getHeight();
    before.resizeRelocate(0, 0, width, height);
    after.resizeRelocate(getWidth() - width, 0, width, height);
    frames.resize(width, height);
    handles.resize(width, height);
    box.resize(width, height);
    split.resize(width, height);
    if (fitted) {
      fit();
    } else if (viewport != null) {
      moveTo(viewport.resized(width, height));
    }
  }

  private void moveTo(Viewport next) {
    boolean panned = viewport != null && viewport.scale() == next.scale();
    viewport = next;
    zoom.set(next.scale() * outputScale());
    redraw();
    if (panned && idle.getStatus() != Animation.Status.RUNNING) {
      requestDetail();
    } else {
      idle.playFromStart();
    }
  }

  private void redraw() {
    boolean original = editor.views().originalProperty().get();
    boolean splitting = editor.views().splitProperty().get();
    if (viewport != null) {
      Viewport shown = viewport.snapped(outputScale());
      split.layOut(shown);
      layers.layOut(
          shown, splitting ? split.photoX() : null, original, shown.scale() * outputScale() >= 3);
      frames.layOut(shown);
      handles.layOut(shown);
      box.layOut(shown);
      before.layOut(shown);
      after.layOut(shown);
    }
  }

  private void sharpen() {
    layers.settle();
    boolean comes =
        previewSize != null
            && viewport != null
            && previewSize.suit(viewport.scale() * outputScale(), outputScale());
    if (!comes) {
      requestDetail();
    }
  }

  private void requestDetail() {
    ShownPhoto shown = editor.photo();
    if (details == null || shown == null) {
      return;
    }
    List<TileGrid.Tile> needed = neededTiles();
    if (needed.isEmpty()) {
      stopDetail();
      layers.tiles().clear(shown);
      return;
    }
    List<TileGrid.Tile> missing = layers.tiles().missing(needed);
    if (missing.isEmpty()) {
      details.cancel();
    } else {
      details.request(new DetailFeed.Wanted(shown, editor.settings(), missing));
    }
    trimTiles();
  }

  private void stopDetail() {
    if (details != null) {
      details.cancel();
    }
  }

  /** The tiles that cover the view and a margin for panning; none where a preview will do. */
  private List<TileGrid.Tile> neededTiles() {
    ShownPhoto shown = editor.photo();
    if (shown == null || viewport == null) {
      return List.of();
    }
    double scale = viewport.scale() * outputScale();
    double largest = shown.open().largestPreviewScale();
    if (largest == 1 || scale <= largest * 1.02) {
      return List.of();
    }
    Box part = viewport.visibleAndAround(PAN_MARGIN);
    return TileGrid.asFineAs(scale, shown.open().photo().pixels()).covering(part);
  }

  private void trimTiles() {
    if (viewport != null) {
      layers.tiles().trim(neededTiles(), viewport.visibleAndAround(KEEP_MARGIN));
    }
  }
}
