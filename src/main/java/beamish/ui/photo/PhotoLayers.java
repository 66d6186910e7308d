package beamish.ui.photo;

import beamish.image.Box;
import beamish.ui.session.ScreenArea;
import beamish.ui.session.ShownPhoto;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/**
 * The picture's layers, in photo pixels under one transform: the original, the edited faces over
 * it, and on each the sharper tiles of the visible part. Every face lies in a patch of its own, so
 * that a slider's tick paints no more of the screen than it changes.
 */
final class PhotoLayers {
  private final ImageView original = layer();
  private final PhotoTiles tiles = new PhotoTiles();
  private final Group patchViews = new Group();

  /** What was shown in another size, until the same is painted in the new one. */
  private final Group lastPatchViews = new Group();

  private final Group after = new Group(lastPatchViews, patchViews, tiles.edits());
  private final Group root = new Group(original, tiles.originals(), after);
  private final Affine transform = new Affine();
  private final Rectangle afterClip = new Rectangle();
  private final ReadOnlyObjectWrapper<@Nullable Image> editedImage = new ReadOnlyObjectWrapper<>();
  private final List<Patch> patches = new ArrayList<>();
  private @Nullable ShownPhoto photo;
  private @Nullable ScreenImage screen;
  private boolean smooth = true;

  /** Whether a patch shows what the whole does not yet. */
  private boolean unsettled;

  /** A part of the edit's preview: where it lies there, and what shows it. */
  private record Patch(int x, int y, ScreenImage image, ImageView view) {}

  PhotoLayers() {
    root.getTransforms().add(transform);
    root.setMouseTransparent(true);
    root.setManaged(false);
  }

  private static ImageView layer() {
    ImageView view = new ImageView();
    view.setSmooth(true);
    return view;
  }

  Node node() {
    return root;
  }

  /** The sharp tiles of what can be seen. */
  PhotoTiles tiles() {
    return tiles;
  }

  /** Another view of the original alone, which is laid out and sharpened as this one is. */
  Node originalAgain() {
    Group again = new Group(again(original), tiles.originalsAgain());
    again.getTransforms().add(transform);
    again.setMouseTransparent(true);
    again.setManaged(false);
    return again;
  }

  private static ImageView again(ImageView view) {
    ImageView again = new ImageView();
    again.imageProperty().bind(view.imageProperty());
    again.xProperty().bind(view.xProperty());
    again.yProperty().bind(view.yProperty());
    again.fitWidthProperty().bind(view.fitWidthProperty());
    again.fitHeightProperty().bind(view.fitHeightProperty());
    again.smoothProperty().bind(view.smoothProperty());
    return again;
  }

  /** The edit's preview as an image, as far as it is settled; null before the first photo. */
  ReadOnlyObjectProperty<@Nullable Image> editedImageProperty() {
    return editedImage.getReadOnlyProperty();
  }

  /**
   * Shows a photo, unedited; as it is edited, where only its faces are elsewhere or its preview is
   * of another size, all of which is then painted soon.
   */
  void show(ShownPhoto shown) {
    settle();
    tiles.clear(shown);
    boolean resized = shown.isSamePicture(photo) && !shown.hasSamePreview(photo);
    if (!resized) {
      lastPatchViews.getChildren().clear();
    } else if (lastPatchViews.getChildren().isEmpty()) {
      List<Node> last = List.copyOf(patchViews.getChildren());
      patchViews.getChildren().clear();
      lastPatchViews.getChildren().setAll(last);
    }
    boolean begins = !shown.hasSamePreview(photo) || screen == null;
    photo = shown;
    if (begins) {
      begin(shown);
    }
    if (!resized) {
      showEdit();
    }
    patches.clear();
    if (isTransparent(shown)) {
      patches.add(patch(shown, new Box(0, 0, shown.preview().width(), shown.preview().height())));
    } else {
      for (int face : shown.open().numbers()) {
        Box area = shown.open().editedPreviewArea(face);
        if (area.width() > 0 && area.height() > 0) {
          patches.add(patch(shown, area));
        }
      }
    }
    patchViews.getChildren().setAll(patches.stream().map(Patch::view).toList());
    patchViews.setVisible(lastPatchViews.getChildren().isEmpty());
  }

  private void showEdit() {
    if (screen != null) {
      lastPatchViews.getChildren().clear();
      patchViews.setVisible(true);
      editedImage.set(screen.image());
    }
  }

  private void begin(ShownPhoto shown) {
    ScreenImage next = new ScreenImage(shown.preview());
    screen = next;
    Image before = new ScreenImage(shown.preview()).image();
    int width = shown.open().photo().pixels().width();
    int height = shown.open().photo().pixels().height();
    place(original, before, 0, 0, width, height);
  }

  /** A transparent photo must not shine through its edit, so one patch takes its place. */
  private static boolean isTransparent(ShownPhoto shown) {
    return shown.open().photo().pixels().hasAlpha();
  }

  private Patch patch(ShownPhoto shown, Box area) {
    ScreenArea whole = shown.preview();
    int x = (int) area.x();
    int y = (int) area.y();
    ScreenArea now = screen == null ? whole : screen.shown();
    ScreenImage image = new ScreenImage(now.part(x, y, (int) area.width(), (int) area.height()));
    double across = (double) shown.open().photo().pixels().width() / whole.width();
    double down = (double) shown.open().photo().pixels().height() / whole.height();
    ImageView view = layer();
    view.setSmooth(smooth);
    place(view, image.image(), x * across, y * down, area.width() * across, area.height() * down);
    return new Patch(x, y, image, view);
  }

  /**
   * Paints a part of the edit's preview, unless another preview has come since. The edited image is
   * left as it was until {@link #settle}: all that is small on the screen is made of it, and while
   * a slider moves the painting of that takes longer than of the face.
   */
  void paint(ShownPhoto of, ScreenArea part) {
    if (of.hasSamePreview(photo) && screen != null) {
      for (Patch patch : patches) {
        patch.image.paint(part.movedBy(-patch.x, -patch.y));
      }
      unsettled = true;
      if (editedImage.get() != screen.image()) {
        settle();
        showEdit();
      }
    }
  }

  /** Brings the edited image up to what is painted. */
  void settle() {
    if (unsettled && screen != null) {
      for (Patch patch : patches) {
        screen.paint(patch.image.shown().movedBy(patch.x, patch.y));
      }
    }
    unsettled = false;
  }

  private static void place(
      ImageView view, Image image, double x, double y, double width, double height) {
    view.setImage(image);
    view.setX(x);
    view.setY(y);
    view.setFitWidth(width);
    view.setFitHeight(height);
  }

  /**
   * Lays the layers out.
   *
   * @param splitAt photo x from which on the edit shows; null for all of it
   * @param originalOnly whether the edit is hidden
   * @param crisp whether photo pixels are shown as squares
   */
  void layOut(Viewport v, @Nullable Double splitAt, boolean originalOnly, boolean crisp) {
    transform.setToTransform(v.scale(), 0, v.x(), 0, v.scale(), v.y());
    after.setVisible(!originalOnly);
    boolean before = originalOnly || splitAt != null || photo == null || !isTransparent(photo);
    original.setVisible(before);
    tiles.originals().setVisible(before);
    if (splitAt == null) {
      after.setClip(null);
    } else {
      Box right = new Box(splitAt, 0, Math.max(0, v.photoWidth() - splitAt), v.photoHeight());
      afterClip.setX(right.x());
      afterClip.setWidth(right.width());
      afterClip.setHeight(right.height());
      after.setClip(afterClip);
    }
    tiles.setSmooth(!crisp);
    original.setSmooth(!crisp);
    smooth = !crisp;
    for (Patch patch : patches) {
      patch.view.setSmooth(smooth);
    }
  }
}
