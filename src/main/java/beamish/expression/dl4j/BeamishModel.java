package beamish.expression.dl4j;

import beamish.expression.ClosedLips;
import beamish.expression.EditFields;
import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.EyeWhites;
import beamish.expression.FieldRenderer;
import beamish.expression.KnownTeeth;
import beamish.expression.LatentCode;
import beamish.expression.LipSeam;
import beamish.expression.ModelManifest;
import beamish.expression.MouthPaint;
import beamish.expression.MouthWidening;
import beamish.expression.OwnTeeth;
import beamish.expression.PartedEdit;
import beamish.expression.SmileParts;
import beamish.expression.StrengthScale;
import beamish.expression.TeethFinish;
import beamish.expression.TeethPicture;
import beamish.face.AlignedCrop;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import beamish.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@code beamish-1} model at work: one encoder pass and one decoder pass a face, then one decoder
 * and one mouth pass a slider tick.
 */
public final class BeamishModel implements ExpressionModel {
  /** The architecture's name in manifests. */
  public static final String ARCHITECTURE = "beamish-1";

  /**
   * Strength from which on the lips part as the mouth branch has it, who knows whole smiles only.
   */
  private static final double PARTED = .5;

  /** A mouth that shows its teeth smiles already, and has less far to go to the same smile. */
  private static final double SMILING = .45;

  /** How much of a smile's parting of the lips a mouth that is open already is spared. */
  private static final double HELD = .8;

  private static final int F = EditGeometry.FIELD;
  private final ModelManifest manifest;
  private final ComputationGraph encoder;
  private final ComputationGraph decoder;
  private final ComputationGraph mouth;
  private final EditFields fields = new EditFields();
  private final MouthPaint paint = new MouthPaint();
  private final @Nullable TeethFinish teeth;
  private final @Nullable KnownTeeth known;
  private final List<TeethFinish> own;
  private final FieldRenderer window =
      new FieldRenderer(EditGeometry.MOUTH, EditGeometry.MOUTH_COLUMNS, EditGeometry.MOUTH_ROWS);

  /**
   * Builds the networks and fills them.
   *
   * @param weights by {@code layer.W} and {@code layer.b}
   * @throws beamish.job.Problem if a tensor is missing or of another shape
   */
  public BeamishModel(ModelManifest manifest, Map<String, Tensor> weights) {
    this.manifest = manifest;
    Tensor picture = weights.get(TeethPicture.TENSOR);
    this.teeth = picture == null ? null : new TeethFinish(TeethPicture.of(picture));
    this.known = KnownTeeth.of(weights).orElse(null);
    this.own = known == null ? List.of() : known.pictures().stream().map(TeethFinish::own).toList();
    this.encoder = BeamishGraphs.encoder();
    this.decoder = BeamishGraphs.decoder();
    this.mouth = BeamishGraphs.mouth(0).graph;
    fill(weights);
  }

  /**
   * Takes other weights of the same architecture, as a training does that looks how far it is.
   *
   * @throws beamish.job.Problem if a tensor is missing or of another shape
   */
  public void fill(Map<String, Tensor> weights) {
    BeamishGraphs.fill(encoder, weights, "model " + manifest.id());
    BeamishGraphs.fill(decoder, weights, "model " + manifest.id());
    BeamishGraphs.fill(mouth, weights, "model " + manifest.id());
  }

  /**
   * One face's code, direction and features, the decoder's answer to the code itself, how many own
   * steps strength 1 is for it, how surely it shows teeth of its own, and which it is given where
   * it shows none.
   */
  private record Code(
      float[] crop,
      INDArray z,
      INDArray direction,
      INDArray[] skips,
      float[] motion,
      float[] paint,
      Landmarks face,
      double step,
      LipSeam seam,
      float teeth,
      float whites,
      @Nullable TeethFinish finish)
      implements LatentCode {}

  @Override
  public ModelManifest manifest() {
    return manifest;
  }

  @Override
  public int cropSize() {
    return EditGeometry.CROP;
  }

  @Override
  public LatentCode encode(AlignedCrop crop) {
    FloatImage pixels = crop.pixels();
    if (pixels.width() != EditGeometry.CROP || pixels.height() != EditGeometry.CROP) {
      throw new IllegalArgumentException("a crop of " + pixels.width() + " px");
    }
    INDArray[] out = encoded(pixels);
    INDArray[] skips = new INDArray[out.length - 2];
    System.arraycopy(out, 2, skips, 0, skips.length);
    float[][] own = decoded(out[0], skips);
    StrengthScale scale = manifest.strengthScale();
    float[][] blended = decoded(out[0].add(out[1].mul((float) scale.step())), skips);
    fields.decode(blended[0], 0, own[0], 0, blended[1], 0, own[1], 0);
    double widening = MouthWidening.of(new FloatImage(2, F, F, fields.flow), crop.landmarks());
    double step = scale.stepFor(widening);
    LipSeam seam = LipSeam.of(pixels.data(), crop.landmarks());
    return new Code(
        pixels.data(),
        out[0],
        out[1],
        skips,
        own[0],
        own[1],
        crop.landmarks(),
        step,
        seam,
        Math.max(seam.parted(), OwnTeeth.shown(pixels.data(), crop.landmarks())),
        EyeWhites.of(pixels.data(), crop.landmarks()),
        finishFor(out[0]));
  }

  /** The teeth of this very face where it is known, else everybody's. */
  private @Nullable TeethFinish finishFor(INDArray code) {
    int face = known == null ? -1 : known.faceOf(Floats.read(code));
    return face < 0 ? teeth : own.get(face);
  }

  private INDArray[] encoded(FloatImage crop) {
    float[] net = new float[3 * EditGeometry.NET * EditGeometry.NET];
    FieldRenderer.halve(crop.data(), 0, net, 0);
    return encoder.output(false, Floats.array(net, 1, 3, EditGeometry.NET, EditGeometry.NET));
  }

  /**
   * A face's latent code as plain numbers.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  public float[] latent(FloatImage crop) {
    return Floats.read(encoded(crop)[0]);
  }

  private float[][] decoded(INDArray z, INDArray[] skips) {
    INDArray[] in = new INDArray[skips.length + 1];
    in[0] = z;
    System.arraycopy(skips, 0, in, 1, skips.length);
    INDArray[] out = decoder.output(false, in);
    return new float[][] {Floats.read(out[0]), Floats.read(out[1])};
  }

  @Override
  public ExpressionEdit decode(LatentCode code, double strength) {
    return decode(code, strength, SmileParts.NEUTRAL);
  }

  @Override
  public ExpressionEdit decode(LatentCode code, double strength, SmileParts parts) {
    if (!(code instanceof Code own)) {
      throw new IllegalArgumentException("a code of another model");
    }
    double wanted = strength > 0 ? strength * (1 - SMILING * own.teeth) : strength;
    float t = (float) (wanted * own.step);
    float[][] blended = decoded(own.z.add(own.direction.mul(t)), own.skips);
    fields.decode(blended[0], 0, own.motion, 0, blended[1], 0, own.paint, 0);
    lengthen(wanted, own.face);
    PartedEdit.change(fields, own.face, parts);
    window.forward(own.crop, 0, EditGeometry.CROP, fields);
    float[] in =
        new float[MouthPaint.INPUT_CHANNELS * EditGeometry.MOUTH_COLUMNS * EditGeometry.MOUTH_ROWS];
    MouthPaint.input(window, t, in, 0);
    INDArray raw =
        mouth
            .output(
                false,
                Floats.array(
                    in,
                    1,
                    MouthPaint.INPUT_CHANNELS,
                    EditGeometry.MOUTH_ROWS,
                    EditGeometry.MOUTH_COLUMNS))[0];
    paint.decode(Floats.read(raw), 0, t);
    float unpainted = strength > 0 ? own.teeth : 0;
    fade(fields.alpha, 1 - unpainted);
    fade(paint.alpha, 1 - unpainted);
    FloatImage parting = new FloatImage(2, F, F, fields.flow);
    Point left = MouthWidening.moved(parting, own.face.leftMouth());
    Point right = MouthWidening.moved(parting, own.face.rightMouth());
    TeethFinish finish = own.finish;
    double apart = parts.teeth() * (1 - HELD * own.teeth);
    if (strength > 0 && finish != null) {
      // lips that a strong smile parts over nothing would swell
      double strong = Math.min(1, Math.max(0, strength / PARTED - 1));
      apart *= 1 - strong * (1 - finish.part(paint, window.alpha, left, right));
    }
    if (strength > 0 && apart != 1) {
      ClosedLips.close(fields, left, right, apart);
    }
    FloatImage flow = new FloatImage(2, F, F, fields.flow.clone());
    if (finish != null) {
      if (strength > 0) {
        float share = (1 - own.teeth) * (float) (parts.teeth() * Math.min(1, strength / PARTED));
        finish.finish(
            paint,
            flow,
            new TeethFinish.Mouth(left, right, own.seam, own.whites, share, parts.symmetry()));
      } else {
        finish.plain(paint);
      }
    }
    if (strength > 0) {
      fade(paint.alpha, (float) parts.teeth());
    }
    int rows = EditGeometry.MOUTH_ROWS;
    int columns = EditGeometry.MOUTH_COLUMNS;
    return new ExpressionEdit(
        flow,
        new FloatImage(3, F, F, fields.shading.clone()),
        new FloatImage(1, F, F, fields.alpha.clone()),
        new FloatImage(3, F, F, fields.colour.clone()),
        EditGeometry.MOUTH,
        finish != null ? finish.alpha : new FloatImage(1, rows, columns, paint.alpha.clone()),
        finish != null ? finish.colour : new FloatImage(3, rows, columns, paint.colour.clone()));
  }

  private static void fade(float[] alpha, float share) {
    for (int i = 0; share < 1 && i < alpha.length; i++) {
      alpha[i] *= share;
    }
  }

  private void lengthen(double strength, Landmarks face) {
    double widened = MouthWidening.of(new FloatImage(2, F, F, fields.flow), face);
    float gain = (float) manifest.strengthScale().gain(strength, widened);
    for (int i = 0; i < fields.flow.length; i++) {
      fields.flow[i] *= gain;
    }
  }

  @Override
  public void close() {
    encoder.clear();
    decoder.clear();
    mouth.clear();
  }
}
