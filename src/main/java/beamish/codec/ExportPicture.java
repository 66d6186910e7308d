package beamish.codec;

import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/**
 * What goes into an exported file, whatever its format: pixels in their final size and colours, and
 * the metadata that come along.
 */
record ExportPicture(PixelImage pixels, PhotoMetadata metadata) {

  /** The picture that {@code settings} make; the very pixels where size and colours stay. */
  static ExportPicture of(PixelImage pixels, PhotoMetadata metadata, ExportSettings settings) {
    PixelImage sized = sized(pixels, settings.longEdge());
    ExportPicture picture = new ExportPicture(sized, chosen(metadata, settings.metadata()));
    if (settings.srgb()) {
      picture = picture.inSrgb();
    }
    return new ExportPicture(picture.pixels, picture.told(settings.mark()));
  }

  private static PixelImage sized(PixelImage pixels, int longEdge) {
    int longest = Math.max(pixels.width(), pixels.height());
    if (longEdge == ExportSettings.OWN_SIZE || longest <= longEdge) {
      return pixels;
    }
    return AreaAverage.shrinkBy(pixels, (double) longEdge / longest);
  }

  private static PhotoMetadata chosen(PhotoMetadata all, MetadataChoice choice) {
    byte[] exif = all.exif();
    byte[] xmp = all.xmp();
    return switch (choice) {
      case KEEP -> all;
      case STRIP -> new PhotoMetadata(null, null, all.icc());
      case NO_GPS ->
          new PhotoMetadata(
              exif == null ? null : ExifPatch.withoutGps(exif),
              xmp == null ? null : XmpPacket.withoutGps(xmp),
              all.icc());
    };
  }

  /** The profile says so too: untagged colours are guessed at by some viewers. */
  private ExportPicture inSrgb() {
    byte[] own = IccProfile.matching(metadata.icc(), pixels);
    if (own != null && SrgbView.leavesAsIs(own)) {
      return this;
    }
    byte[] exif = metadata.exif();
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    return new ExportPicture(
        own == null ? pixels : SrgbConversion.convert(pixels, own),
        new PhotoMetadata(
            exif == null ? null : ExifPatch.withSrgb(exif),
            metadata.xmp(),
            pixels.isColour() ? srgb : null));
  }

  private PhotoMetadata told(boolean mark) {
    byte[] exif = metadata.exif();
    byte[] xmp = metadata.xmp();
    return new PhotoMetadata(
        exif == null ? null : ExifPatch.withSize(exif, pixels.width(), pixels.height()),
        mark ? XmpPacket.marked(xmp) : xmp,
        metadata.icc());
  }
}
