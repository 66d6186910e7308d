package architecture.broken.ui;

import architecture.broken.codec.PhotoReader;

/** A view that reads a photo itself. */
public final class DecodesPhoto {
  /** Stands still meanwhile. */
  public int show() {
    return new PhotoReader().read();
  }
}
