package beamish.training.lesson;

import beamish.codec.Photo;
import beamish.codec.SrgbView;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.image.AreaAverage;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.opencv.JpegCodec;

/** Small pictures of faces, all upright and of one size, so that two are easily compared. */
public final class FacePicture {
  /** Pixels a side. */
  public static final int SIZE = 192;

  private static final double QUALITY = .85;

  /** A little more than the crop, with the chin and some hair. */
  private static final double START = -.15;

  private static final double SPAN = 1.3;

  private FacePicture() {}

  /** A JPEG file of one of the photo's faces, by its number; of the whole photo for −1. */
  public static byte[] jpeg(Photo photo, SeenPhoto seen, int face) {
    PixelImage small =
        face < 0 ? whole(photo.pixels()) : crop(photo.pixels(), seen.faces().get(face));
    return JpegCodec.encode(rgb(SrgbView.toSrgb(small, photo.metadata())), QUALITY, false);
  }

  private static PixelImage whole(PixelImage photo) {
    return AreaAverage.shrinkBy(photo, (double) SIZE / Math.max(photo.width(), photo.height()));
  }

  private static PixelImage crop(PixelImage photo, SeenFace face) {
    FloatImage crop =
        AlignedCrop.cutRegion(
            photo, CropTemplate.photoToCrop(face.landmarks()), START, START, SPAN, SIZE, SIZE);
    byte[] samples = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < SIZE * SIZE; i++) {
      for (int c = 0; c < 3; c++) {
        samples[3 * i + c] = (byte) Math.round(255 * crop.data()[c * SIZE * SIZE + i]);
      }
    }
    return PixelImage.of8(SIZE, SIZE, 3, samples);
  }

  private static PixelImage rgb(PixelImage p) {
    if (!p.hasAlpha()) {
      return p;
    }
    byte[] samples = new byte[3 * p.width() * p.height()];
    for (int i = 0; i < p.width() * p.height(); i++) {
      for (int c = 0; c < 3; c++) {
        samples[3 * i + c] = (byte) p.sample(p.channels() * i + (p.isColour() ? c : 0));
      }
    }
    return PixelImage.of8(p.width(), p.height(), 3, samples);
  }
}
