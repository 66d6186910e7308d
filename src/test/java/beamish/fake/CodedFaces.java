package beamish.fake;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoWriter;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.face.Likeness;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Photos whose first pixels tell which faces are to be found in them: who it is, and how much of a
 * smile.
 */
public final class CodedFaces {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int EYES = 80;

  private CodedFaces() {}

  /**
   * A face to be found.
   *
   * @param person 0 … 7
   * @param smile 0 … 1
   */
  public record Face(int person, double smile) {}

  /** Writes a PNG of noise, so sharp, or smooth, in which these faces are found. */
  public static Path write(Path file, boolean sharp, Face... faces) {
    byte[] samples = new byte[3 * WIDTH * HEIGHT];
    Random random = new Random(file.hashCode());
    for (int i = 0; i < samples.length; i++) {
      int x = i / 3 % WIDTH;
      samples[i] = (byte) (sharp ? random.nextInt(256) : 60 + 100 * x / WIDTH);
    }
    // noise of single pixels averages out, coarser grains do not
    for (int i = 0; sharp && i < samples.length; i++) {
      int x = i / 3 % WIDTH / 3 * 3;
      int y = i / 3 / WIDTH / 3 * 3;
      samples[i] = samples[3 * (y * WIDTH + x) + i % 3];
    }
    samples[0] = (byte) faces.length;
    for (int k = 0; k < faces.length; k++) {
      samples[3 * (k + 1)] = (byte) faces[k].person;
      samples[3 * (k + 1) + 1] = (byte) (faces[k].smile * 255);
    }
    PixelImage pixels = PixelImage.of8(WIDTH, HEIGHT, 3, samples);
    new PhotoWriter()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, true));
    return file;
  }

  /** Finds them. */
  public static FaceFinder finder() {
    return new FaceFinder() {
      @Override
      public List<DetectedFace> find(PixelImage upright, Cancellation cancellation) {
        cancellation.check();
        List<DetectedFace> faces = new ArrayList<>();
        for (int k = 0; k < upright.sample(0, 0, 0); k++) {
          faces.add(face(150 + 200 * k, upright.sample(k + 1, 0, 1) / 255.));
        }
        return faces;
      }

      @Override
      public Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation) {
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }

  private static DetectedFace face(double x, double smile) {
    double y = 130;
    double half = (.4 + smile / 4) * EYES;
    double low = (1.1 - smile / 4) * EYES;
    return new DetectedFace(
        new Box(x - EYES, y - .7 * EYES, 2 * EYES, 2.6 * EYES),
        new Landmarks(
            new Point(x - EYES / 2., y),
            new Point(x + EYES / 2., y),
            new Point(x - half, y + low),
            new Point(x + half, y + low)),
        1);
  }

  /** Tells the people apart. */
  public static Likeness likeness() {
    return new Likeness() {
      @Override
      public float[] of(PixelImage photo, Similarity photoToCrop) {
        Point middle = photoToCrop.inverse().apply(new Point(.5, .36));
        int k = (int) Math.round((middle.x() - 150) / 200);
        float[] vector = new float[8];
        vector[photo.sample(k + 1, 0, 0)] = 1;
        return vector;
      }

      @Override
      public void close() {}
    };
  }
}
