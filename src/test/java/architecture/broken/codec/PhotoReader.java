package architecture.broken.codec;

/** Stands for the reader of photos. */
public final class PhotoReader {
  /** Takes long. */
  public int read() {
    return 1;
  }
}
