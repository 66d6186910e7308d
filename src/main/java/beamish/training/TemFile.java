package beamish.training;

import beamish.face.Landmarks;
import beamish.image.Point;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Landmark templates as the Face Research Lab's sets carry them: a line with the count, then {@code
 * x y} in pixels, then contours that we leave alone. All of them use the same 189 points.
 */
public final class TemFile {
  /** Pupil at the picture's left. */
  public static final int LEFT_PUPIL = 0;

  /** Pupil at the picture's right. */
  public static final int RIGHT_PUPIL = 1;

  /** Mouth corner at the picture's left. */
  public static final int LEFT_MOUTH = 87;

  /** Mouth corner at the picture's right. */
  public static final int RIGHT_MOUTH = 93;

  private TemFile() {}

  /**
   * Reads the points.
   *
   * @throws Problem if the file is missing or not such a template
   */
  public static List<Point> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      int count = Integer.parseInt(lines.get(0).strip());
      List<Point> points = new ArrayList<>(count);
      for (int i = 1; i <= count; i++) {
        StringTokenizer t = new StringTokenizer(lines.get(i));
        points.add(new Point(Double.parseDouble(t.nextToken()), Double.parseDouble(t.nextToken())));
      }
      return points;
    } catch (IOException | RuntimeException e) {
      throw new Problem(file + ": not a landmark template; expected a count, then x y lines", e);
    }
  }

  /** The four points that the alignment uses. */
  public static Landmarks landmarks(List<Point> points) {
    return new Landmarks(
        points.get(LEFT_PUPIL),
        points.get(RIGHT_PUPIL),
        points.get(LEFT_MOUTH),
        points.get(RIGHT_MOUTH));
  }
}
