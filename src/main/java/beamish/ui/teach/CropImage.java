package beamish.ui.teach;

import beamish.image.PixelImage;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;

/** Crops of 8-bit RGB on the screen. */
final class CropImage {
  private static final double ROUND = 8;

  private CropImage() {}

  static Image of(PixelImage crop) {
    WritableImage image = new WritableImage(crop.width(), crop.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            crop.width(),
            crop.height(),
            PixelFormat.getByteRgbInstance(),
            crop.samples8(),
            0,
            3 * crop.width());
    return image;
  }

  /** A view with round corners, {@code width} wide. */
  static ImageView view(PixelImage crop, double width) {
    ImageView view = new ImageView(of(crop));
    view.setFitWidth(width);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    double height = width * crop.height() / crop.width();
    Rectangle clip = new Rectangle(width, height);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    view.setClip(clip);
    return view;
  }
}
