package beamish.expression;

import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.Point;

/**
 * A face's own directions in crop coordinates: which way is up from the mouth to the eyes, and the
 * line on which its halves meet, which leans where the head is turned. Fields are {@code
 * [channels][size][size]}, over the whole crop, and are changed in place.
 */
final class FacePlane {
  /** Where eyes and cheeks begin and are all there, as a part of the way from mouth to eyes. */
  private static final double BEGIN = .3;

  private static final double WHOLE = .65;

  private final int size;
  private final Point mouth;
  private final double height;
  private final double lean;

  /** Of a face with these landmarks, in crop coordinates, and fields so many samples wide. */
  FacePlane(Landmarks face, int size) {
    this.size = size;
    Point eyes = CropTemplate.LEFT_EYE.middle(CropTemplate.RIGHT_EYE);
    mouth = face.leftMouth().middle(face.rightMouth());
    height = Math.max(.1, mouth.y() - eyes.y());
    lean = (mouth.x() - eyes.x()) / height;
  }

  /** How much a row belongs to eyes and cheeks: 0 at the mouth and below … 1 from the cheeks up. */
  float cheek(double v) {
    double up = (mouth.y() - v) / height;
    double t = Math.min(1, Math.max(0, (up - BEGIN) / (WHOLE - BEGIN)));
    return (float) (t * t * (3 - 2 * t));
  }

  /** Multiplies a field at eyes and cheeks, running smoothly into the rest. */
  void scaleEyes(float[] field, double eyes) {
    for (int row = 0; row < field.length / size; row++) {
      float by = (float) (1 + (eyes - 1) * cheek((row % size + .5) / size));
      for (int i = row * size; i < (row + 1) * size; i++) {
        field[i] *= by;
      }
    }
  }

  /** Mixes a field with its mirror image; at 1 they are the same. */
  void even(float[] field, double symmetry) {
    float share = (float) (symmetry / 2);
    float[] mirrored = mirrored(field);
    for (int i = 0; i < field.length; i++) {
      field[i] += (mirrored[i] - field[i]) * share;
    }
  }

  /** The same for a flow, which points the other way in a mirror. */
  void evenFlow(float[] flow, double symmetry) {
    float share = (float) (symmetry / 2);
    float[] mirrored = mirrored(flow);
    int plane = size * size;
    for (int i = 0; i < plane; i++) {
      float x = (float) (2 * lean * mirrored[plane + i]) - mirrored[i];
      flow[i] += (x - flow[i]) * share;
      flow[plane + i] += (mirrored[plane + i] - flow[plane + i]) * share;
    }
  }

  /** The same for a colour that counts as much as its alpha, and for that alpha. */
  void evenPaint(float[] alpha, float[] colour, double symmetry) {
    int plane = size * size;
    float[] shown = new float[4 * plane];
    for (int i = 0; i < plane; i++) {
      shown[i] = alpha[i];
      for (int c = 0; c < 3; c++) {
        shown[(c + 1) * plane + i] = alpha[i] * colour[c * plane + i];
      }
    }
    even(shown, symmetry);
    for (int i = 0; i < plane; i++) {
      alpha[i] = shown[i];
      for (int c = 0; c < 3 && shown[i] > 0; c++) {
        colour[c * plane + i] = shown[(c + 1) * plane + i] / shown[i];
      }
    }
  }

  private float[] mirrored(float[] field) {
    float[] mirrored = new float[field.length];
    for (int row = 0; row < field.length / size; row++) {
      double v = (row % size + .5) / size;
      double axis = mouth.x() + lean * (v - mouth.y());
      for (int column = 0; column < size; column++) {
        double x = 2 * axis * size - column - 1;
        double inside = Math.min(Math.max(x, 0), size - 1.001);
        int low = (int) inside;
        float share = (float) (inside - low);
        int at = row * size + low;
        mirrored[row * size + column] = field[at] + (field[at + 1] - field[at]) * share;
      }
    }
    return mirrored;
  }
}
