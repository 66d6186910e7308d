package beamish.ui.session;

import beamish.edit.OpenPhoto;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The open photo and its unedited preview as it goes to the screen. Equal only to itself. */
public final class ShownPhoto {
  private final OpenPhoto open;
  private final ScreenArea preview;

  /**
   * A photo for the screen.
   *
   * @param preview the whole of {@link OpenPhoto#preview()}
   */
  public ShownPhoto(OpenPhoto open, ScreenArea preview) {
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

  /** The same picture with its faces elsewhere. */
  ShownPhoto with(OpenPhoto placed) {
    return new ShownPhoto(placed, preview);
  }

  /** Whether {@code other} is of the same opening of a photo, wherever its faces are. */
  public boolean isSamePicture(@Nullable ShownPhoto other) {
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
