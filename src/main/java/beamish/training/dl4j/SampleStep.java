package beamish.training.dl4j;

import beamish.expression.EditFields;
import beamish.expression.EditFields.FieldGradients;
import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.expression.FieldRenderer;
import beamish.expression.MouthPaint;
import beamish.training.FaceWeights;
import beamish.training.FieldPenalties;
import beamish.training.LaplacianPyramid;
import java.util.Arrays;

/**
 * One sample's way through the render, the losses and back; the batch's samples run side by side.
 */
final class SampleStep {
  private static final int CROP = EditGeometry.CROP;
  private static final int NET = EditGeometry.NET;
  private static final int COLUMNS = EditGeometry.MOUTH_COLUMNS;
  private static final int ROWS = EditGeometry.MOUTH_ROWS;
  private static final int WINDOW = COLUMNS * ROWS;
  private static final CropWindow WHOLE = new CropWindow(0, 0, 1, 1);
  private static final int WINDOW_X = (int) Math.round(EditGeometry.MOUTH.x() * CROP);
  private static final int WINDOW_Y = (int) Math.round(EditGeometry.MOUTH.y() * CROP);

  /** The first step's result counts half of the final one's where the mouth branch paints over. */
  private static final float FIRST_SHARE = .5f;

  /** Of paint on lips and teeth. */
  private static final float MOUTH_ALPHA_PENALTY = .003f;

  /** Of paint on skin, where moving and shading do; it would draw creases that are not there. */
  private static final float SKIN_ALPHA_PENALTY = .1f;

  /** Loss gradient of the mouth's alpha in a batch of one. */
  private static final float[] ALPHA_COST = alphaCost();

  private static final float COLOUR_WEIGHT = .2f;

  private final EditFields fields = new EditFields();
  private final FieldGradients gradients = new FieldGradients();
  private final FieldRenderer whole = new FieldRenderer(WHOLE, NET, NET);
  private final FieldRenderer window = new FieldRenderer(EditGeometry.MOUTH, COLUMNS, ROWS);
  private final MouthPaint paint = new MouthPaint();
  private final LaplacianPyramid wholePyramid = new LaplacianPyramid(NET, NET, 3);
  private final LaplacianPyramid windowPyramid = new LaplacianPyramid(COLUMNS, ROWS, 3);
  private final float[][] wholeWeights = wholePyramid.weights(wholeWeights());
  private final float[][] windowWeights =
      windowPyramid.weights(FaceWeights.over(EditGeometry.MOUTH, COLUMNS, ROWS));
  private final float[] targetNet = new float[3 * NET * NET];
  private final float[] dWhole = new float[3 * NET * NET];
  private final float[] dFirst = new float[3 * WINDOW];
  private final float[] dPainted = new float[WINDOW];
  private float strength;
  private float share;

  /** {@code [3][96][128]}: the photo's own mouth window. */
  final float[] sourceWindow = new float[3 * WINDOW];

  /** {@code [3][96][128]}: what should come out. */
  final float[] targetWindow = new float[3 * WINDOW];

  /** {@code [3][96][128]}: loss gradient of what came out. */
  final float[] dOut = new float[3 * WINDOW];

  /** What came out, {@code [3][96][128]}. */
  float[] out() {
    return paint.out;
  }

  private static float[] alphaCost() {
    float[] cost = FaceWeights.lips(EditGeometry.MOUTH, COLUMNS, ROWS);
    for (int i = 0; i < WINDOW; i++) {
      cost[i] =
          (SKIN_ALPHA_PENALTY + (MOUTH_ALPHA_PENALTY - SKIN_ALPHA_PENALTY) * cost[i]) / WINDOW;
    }
    return cost;
  }

  private static float[] wholeWeights() {
    float[] w = FaceWeights.over(WHOLE, NET, NET);
    CropWindow m = EditGeometry.MOUTH;
    for (int y = 0; y < NET; y++) {
      for (int x = 0; x < NET; x++) {
        double u = (x + .5) / NET;
        double v = (y + .5) / NET;
        boolean painted = u > m.x() && u < m.x() + m.width() && v > m.y() && v < m.y() + m.height();
        w[y * NET + x] *= painted ? FIRST_SHARE : 1 + FIRST_SHARE;
      }
    }
    return w;
  }

  void render(
      int i,
      int batch,
      GeneratorTrainer.Batch b,
      float[] net,
      float[] motion,
      float[] raw,
      float[] windows) {
    strength = b.strength()[i];
    share = 1f / batch;
    fields.decode(
        motion,
        GeneratorTrainer.motionAt(i),
        motion,
        GeneratorTrainer.motionAt(batch + i),
        raw,
        GeneratorTrainer.paintAt(i),
        raw,
        GeneratorTrainer.paintAt(batch + i));
    whole.forward(net, i * 3 * NET * NET, NET, fields);
    window.forward(b.source(), i * 3 * CROP * CROP, CROP, fields);
    MouthPaint.input(window, strength, windows, i * MouthPaint.INPUT_CHANNELS * WINDOW);
  }

  /** Composes, and fills the loss gradients of everything rendered; returns the loss. */
  double compare(int i, int batch, GeneratorTrainer.Batch b, float[] net, float[] raw) {
    int at = i * 3 * CROP * CROP;
    paint.decode(raw, i * MouthPaint.OUTPUT_CHANNELS * WINDOW, strength);
    paint.compose(window.first);
    cutWindow(b.source(), at, sourceWindow);
    cutWindow(b.target(), at, targetWindow);
    FieldRenderer.halve(b.target(), at, targetNet, 0);
    Arrays.fill(dWhole, 0);
    Arrays.fill(dFirst, 0);
    Arrays.fill(dOut, 0);
    gradients.clear();
    // so that a window pixel counts as much as a whole-crop pixel of the same area
    float area = share * WINDOW / (CROP * CROP);
    double loss = wholePyramid.loss(whole.first, targetNet, wholeWeights, share, dWhole);
    loss += windowPyramid.loss(paint.out, targetWindow, windowWeights, area, dOut);
    loss +=
        windowPyramid.loss(window.first, targetWindow, windowWeights, area * FIRST_SHARE, dFirst);
    loss += FieldPenalties.add(fields, share, gradients);
    for (int k = 0; k < WINDOW; k++) {
      dPainted[k] = share * ALPHA_COST[k];
      loss += dPainted[k] * paint.alpha[k];
    }
    return loss;
  }

  void mouthBackward(int i, float[] rawGradient) {
    paint.backward(
        dOut,
        dPainted,
        window.first,
        targetWindow,
        share * COLOUR_WEIGHT / (CROP * CROP),
        rawGradient,
        i * MouthPaint.OUTPUT_CHANNELS * WINDOW,
        dFirst);
  }

  void renderBackward(
      int i, int batch, float[] windowGradient, float[] motionGradient, float[] paintGradient) {
    int at = i * MouthPaint.INPUT_CHANNELS * WINDOW;
    float[] dWarped = Arrays.copyOfRange(windowGradient, at, at + 3 * WINDOW);
    for (int k = 0; k < 3 * WINDOW; k++) {
      dFirst[k] += windowGradient[at + 3 * WINDOW + k];
    }
    float[] dAlpha = Arrays.copyOfRange(windowGradient, at + 6 * WINDOW, at + 7 * WINDOW);
    window.backward(dFirst, dWarped, dAlpha, gradients);
    whole.backward(dWhole, new float[0], new float[0], gradients);
    fields.backward(
        gradients,
        motionGradient,
        GeneratorTrainer.motionAt(i),
        motionGradient,
        GeneratorTrainer.motionAt(batch + i),
        paintGradient,
        GeneratorTrainer.paintAt(i),
        paintGradient,
        GeneratorTrainer.paintAt(batch + i));
  }

  private static void cutWindow(float[] crop, int at, float[] into) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < ROWS; y++) {
        System.arraycopy(
            crop,
            at + (c * CROP + WINDOW_Y + y) * CROP + WINDOW_X,
            into,
            (c * ROWS + y) * COLUMNS,
            COLUMNS);
      }
    }
  }
}
