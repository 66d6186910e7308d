package beamish.training.ladder;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.face.AlignedCrop;
import beamish.training.Evaluation;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a source changes around the mouth at strength 1, as a part of what the real smile
 * changes there: mean absolute difference to the untouched photo over the aligned mouth window.
 * Near 0 a generator has become the identity function, whatever its other figures say.
 */
final class EditSize implements Evaluation.Onlooker {
  private final Map<String, float[]> own = new HashMap<>();
  private final Map<String, float[]> edited = new HashMap<>();
  private double sum;
  private int people;

  @Override
  public void see(String source, Evaluation.Picture picture, double strength) {
    if (strength == 0) {
      own.put(picture.name(), window(picture));
    } else if (strength == 1) {
      edited.put(picture.name(), window(picture));
    } else if (Double.isInfinite(strength)) {
      float[] before = own.remove(picture.name());
      float[] after = edited.remove(picture.name());
      if (before != null && after != null) {
        sum += change(after, before) / change(window(picture), before);
        people++;
      }
    }
  }

  private static float[] window(Evaluation.Picture picture) {
    CropWindow m = EditGeometry.MOUTH;
    return AlignedCrop.cutRegion(
            picture.photo(),
            picture.photoToCrop(),
            m.x(),
            m.y(),
            m.width(),
            EditGeometry.MOUTH_COLUMNS,
            EditGeometry.MOUTH_ROWS)
        .data();
  }

  private static double change(float[] a, float[] b) {
    double change = 1e-9;
    for (int i = 0; i < a.length; i++) {
      change += Math.abs(a[i] - b[i]);
    }
    return change;
  }

  /** The mean over people. */
  double index() {
    return people == 0 ? Double.NaN : sum / people;
  }
}
