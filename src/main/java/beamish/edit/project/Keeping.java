package beamish.edit.project;

/**
 * What the window keeps from one time to the next.
 *
 * @param sidecars the photos' edits
 * @param recent the photos opened lately
 */
public record Keeping(Sidecars sidecars, RecentPhotos recent) {

  /** Keeps nothing, for a window that only measures. */
  public static Keeping nothing() {
    return new Keeping(Sidecars.none(), RecentPhotos.none());
  }
}
