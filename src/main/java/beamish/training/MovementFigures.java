package beamish.training;

import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.opencv.DenseFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the whole face smiles: how far chin, cheeks and lids go with the mouth, in edits at
 * strength 1 and in the same people's real smiles. Both are told alike, by the optical flow from
 * the untouched photo, the real smile lying on it by what does not move.
 *
 * @param parts of the face, from the chin upwards
 */
public record MovementFigures(List<Part> parts) {

  /**
   * A part of the face on both sides.
   *
   * @param name of it
   * @param edited how far it rises at strength 1, mean of the people, in eye distances; below 0 it
   *     drops
   * @param real the same of the real smiles
   */
  public record Part(String name, double edited, double real) {}

  /** Where a part lies left of the face's middle, in crop coordinates; likewise right of it. */
  private record Place(String name, double left, double right, double top, double bottom) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("chin", .4, .5, .85, .95),
          new Place("beside the mouth", .25, .36, .56, .66),
          new Place("cheeks", .2, .35, .46, .56),
          new Place("lower lids", .25, .4, .39, .44));

  private static final int N = 256;

  /** Beyond that it is no movement of a face but flow gone astray, pixels. */
  private static final double ASTRAY = 25;

  /** Gathers them of one source while an evaluation runs. */
  public static final class Gatherer implements Evaluation.Onlooker {
    private final String source;
    private final Map<String, PixelImage> untouched = new LinkedHashMap<>();
    private final double[] edited = new double[PLACES.size()];
    private final double[] real = new double[PLACES.size()];

    /** Looks at this source alone. */
    public Gatherer(String source) {
      this.source = source;
    }

    @Override
    public void see(String of, Evaluation.Picture picture, double strength) {
      if (!of.equals(source)) {
        return;
      }
      if (strength == 0) {
        untouched.put(picture.name(), grey(picture));
      } else if (strength == 1 || Double.isInfinite(strength)) {
        PixelImage before = untouched.get(picture.name());
        if (before == null) {
          throw new IllegalStateException("an edit before its photo");
        }
        FloatImage flow = DenseFlow.between(before, grey(picture));
        for (int i = 0; i < PLACES.size(); i++) {
          (strength == 1 ? edited : real)[i] += rise(flow, PLACES.get(i));
        }
      }
    }

    /** The figures, once all has been seen. */
    public MovementFigures figures() {
      List<Part> parts = new ArrayList<>();
      int people = untouched.size();
      for (int i = 0; i < PLACES.size(); i++) {
        parts.add(new Part(PLACES.get(i).name(), edited[i] / people, real[i] / people));
      }
      return new MovementFigures(parts);
    }
  }

  /** The aligned crop in 8-bit grey. */
  private static PixelImage grey(Evaluation.Picture picture) {
    float[] crop = AlignedCrop.square(picture.photo(), picture.photoToCrop(), N).data();
    byte[] grey = new byte[N * N];
    for (int i = 0; i < grey.length; i++) {
      float mean = (crop[i] + crop[N * N + i] + crop[2 * N * N + i]) / 3;
      grey[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, mean)));
    }
    return PixelImage.of8(N, N, 1, grey);
  }

  /** How far a place rises, in eye distances. */
  private static double rise(FloatImage flow, Place place) {
    double sum = 0;
    int n = 0;
    for (int y = (int) (place.top * N); y < place.bottom * N; y++) {
      for (int x = (int) (place.left * N); x < place.right * N; x++) {
        for (int column : new int[] {x, N - 1 - x}) {
          double down = flow.at(1, column, y);
          if (Math.hypot(flow.at(0, column, y), down) < ASTRAY) {
            sum -= down;
            n++;
          }
        }
      }
    }
    double eyes = (CropTemplate.RIGHT_EYE.x() - CropTemplate.LEFT_EYE.x()) * N;
    return n == 0 ? 0 : sum / n / eyes;
  }

  /** What is printed. */
  public List<String> lines() {
    String all =
        parts.stream()
            .map(p -> String.format(Locale.ROOT, "%.3f (%.3f) %s", p.edited, p.real, p.name))
            .collect(Collectors.joining(", "));
    return List.of("skin rises at 1, real smiles in brackets, by " + all + ", in eye distances");
  }
}
