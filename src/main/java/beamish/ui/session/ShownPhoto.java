package beamish.ui.session;

import beamish.edit.OpenPhoto;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The open photo and its unedited preview as it goes to the screen. Equal only to itself. */
public final class ShownPhoto {
  private final Object opening;
  private final OpenPhoto open;
  private final ScreenArea preview;

  /**
   * A photo for the screen.
   *
   * @param preview the whole of {@link OpenPhoto#preview()}
   */
  public ShownPhoto(OpenPhoto open, ScreenArea preview) {
    this(new Object(), open, preview);
  }

  private ShownPhoto(Object opening, OpenPhoto open, ScreenArea preview) {
    this.opening = opening;
    this.open = open;
    this.preview = preview;
  }

  /** The photo being edited. */
  public OpenPhoto open() {
    return open;
  }

  /** The whole of {@link OpenPhoto#preview()}, unedited. */
  public ScreenArea preview() {
    return preview;
  }

  /** The same picture with its faces elsewhere, or with a preview of another size. */
  ShownPhoto with(OpenPhoto other) {
    ScreenArea its =
        other.preview() == open.preview() ? preview : ScreenArea.of(other.preview(), open.photo());
    return new ShownPhoto(opening, other, its);
  }

  /** Whether {@code other} is of the same opening of a photo, wherever its faces are. */
  public boolean isSamePicture(@Nullable ShownPhoto other) {
    return other != null && other.opening == opening;
  }

  /** Whether its faces are also in the same places. */
  public boolean hasSameFaces(@Nullable ShownPhoto other) {
    return other != null && isSamePicture(other) && other.open.places().equals(open.places());
  }

  /** Whether it also goes to the screen in the same pixels. */
  public boolean hasSamePreview(@Nullable ShownPhoto other) {
    return other != null && other.preview.argb() == preview.argb();
  }

  /** The file that it was read from. */
  public Path source() {
    return open.photo().source();
  }

  /** The file's name, for titles and messages. */
  public String name() {
    return String.valueOf(source().getFileName());
  }
}
