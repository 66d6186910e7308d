package beamish.image;

/**
 * Planar float32 samples, {@code [channels][height][width]} (CHW); colour is RGB in [0, 1] in the
 * photo's own encoding. What the networks see and answer. A value: nobody writes to another's.
 */
public record FloatImage(int channels, int height, int width, float[] data) {

  /** Checks that {@code data} holds {@code channels·height·width} samples. */
  public FloatImage {
    if (data.length != channels * height * width) {
      throw new IllegalArgumentException(
          data.length + " samples for " + channels + "x" + height + "x" + width);
    }
  }

  /** An image of zeros. */
  public static FloatImage zeros(int channels, int height, int width) {
    return new FloatImage(channels, height, width, new float[channels * height * width]);
  }

  /** The same samples once more. */
  public FloatImage copy() {
    return new FloatImage(channels, height, width, data.clone());
  }

  /** This image for a {@code share} of 0, {@code other}, of the same shape, for 1. */
  public FloatImage towards(FloatImage other, float share) {
    float[] mixed = new float[data.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = data[i] + (other.data[i] - data[i]) * share;
    }
    return new FloatImage(channels, height, width, mixed);
  }

  /** Sample of channel {@code c} at column x, row y. */
  public float at(int c, int x, int y) {
    return data[(c * height + y) * width + x];
  }
}
