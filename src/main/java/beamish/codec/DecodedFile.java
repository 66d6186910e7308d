package beamish.codec;

import beamish.image.PixelImage;

/**
 * What a decoder hands over: pixels as they lie in the file, and the metadata blocks as found, not
 * yet turned upright.
 */
record DecodedFile(PixelImage pixels, PhotoMetadata metadata) {}
