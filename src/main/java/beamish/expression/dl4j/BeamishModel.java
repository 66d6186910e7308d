package beamish.expression.dl4j;

import beamish.expression.ClosedLips;
import beamish.expression.EditFields;
import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.EyeWhites;
import beamish.expression.FieldRenderer;
import beamish.expression.Focus;
import beamish.expression.JawDrop;
import beamish.expression.KnownFaces;
import beamish.expression.LatentCode;
import beamish.expression.LipOpening;
import beamish.expression.LipSeam;
import beamish.expression.ModelManifest;
import beamish.expression.MouthPaint;
import beamish.expression.MouthWidening;
import beamish.expression.OwnTeeth;
import beamish.expression.PartedEdit;
import beamish.expression.PartedLips;
import beamish.expression.Rendition;
import beamish.expression.SealedLips;
import beamish.expression.SkinShading;
import beamish.expression.SmileLevel;
import beamish.expression.SmileParts;
import beamish.expression.StrengthScale;
import beamish.expression.TeethFinish;
import beamish.expression.TeethPicture;
import beamish.expression.dl4j.FieldNetworks.Raw;
import beamish.expression.dl4j.FieldNetworks.Sight;
import beamish.face.AlignedCrop;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import beamish.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * Strength from which on lips that do not surely part are kept together; twice as strong, wholly.
   */
  private static final double TOGETHER = .5;

  /**
   * Strength from which on lips are painted as the decoder has it, if they are a stranger's: below
   * it paint is a veil that takes more detail than it tells.
   */
  private static final double PAINTED = .75;

  /**
   * What strengths count less for a face that shows its teeth, or smiles wholly, already: it has
   * less far to go to the same smile.
   */
  private static final double SMILING = .45;

  /**
   * How far −1 goes back, if 1 is a clear smile, on a stranger's face: most smiles are slighter,
   * and who is taken back farther than they came purses the lips.
   */
  private static final double CALMER = .75;

  /** How much of a smile's parting of the lips a mouth that is open already is spared. */
  private static final double HELD = .8;

  /**
   * How far ahead a stranger's lips part, as a part of what is missing to the strongest smile. A
   * branch is less sure of lips it has not seen: those of 30 strangers parted at 1 as far as lips
   * trained on do at .82, at .75 as these at .5, and at 1.5 as far.
   */
  private static final double AHEAD = .25;

  private static final double STRONGEST = 1.5;

  /** A branch that parts lips less than this part of what they are to be has lost their gap. */
  private static final double ENOUGH = .8;

  private static final int F = EditGeometry.FIELD;
  private final ModelManifest manifest;
  private final FieldNetworks networks = new FieldNetworks();
  private final ComputationGraph mouth;
  private final EditFields fields = new EditFields();
  private final MouthPaint paint = new MouthPaint();
  private final @Nullable TeethFinish teeth;
  private final @Nullable KnownFaces known;
  private final List<Optional<TeethFinish>> own;
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
    this.known = KnownFaces.of(weights).orElse(null);
    this.own =
        known == null
            ? List.of()
            : known.pictures().stream().map(p -> p.map(TeethFinish::own)).toList();
    this.mouth = BeamishGraphs.mouth(0).graph;
    fill(weights);
  }

  /**
   * Takes other weights of the same architecture, as a training does that looks how far it is.
   *
   * @throws beamish.job.Problem if a tensor is missing or of another shape
   */
  public void fill(Map<String, Tensor> weights) {
    networks.fill(weights, "model " + manifest.id());
    BeamishGraphs.fill(mouth, weights, "model " + manifest.id());
  }

  /**
   * One face as the networks see it and how light it is in each sample of a field, how many own
   * steps strength 1 is for it, how much of a smile it has already, where its lips meet and are
   * parted, how light the whites of its eyes are, how sharp it is, which teeth it is given where it
   * shows none, how far smiles part its lips (for the model lane alone), and how it is shown if not
   * as it is.
   */
  private record Code(
      float[] crop,
      float[] lightness,
      Sight sight,
      Landmarks face,
      double step,
      double begun,
      LipSeam seam,
      PartedLips lips,
      float whites,
      Focus focus,
      boolean stranger,
      @Nullable TeethFinish finish,
      LipOpening opening,
      @Nullable Rendition rendition)
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
    Landmarks face = crop.landmarks();
    Rendition rendition = Rendition.of(pixels, face).orElse(null);
    if (rendition != null) {
      pixels = rendition.shown(pixels);
    }
    Sight sight = networks.see(pixels);
    LipSeam seam = LipSeam.of(pixels.data(), face);
    OwnTeeth shown = OwnTeeth.of(pixels.data(), face);
    PartedLips lips = PartedLips.of(pixels.data(), shown, seam);
    int taught = known == null ? -1 : known.faceOf(sight.latent());
    boolean stranger = taught < 0 && teeth != null; // a training judges by a model without teeth
    return new Code(
        pixels.data(),
        SkinShading.lightness(pixels.data()),
        sight,
        face,
        stepFor(sight, face),
        Math.max(lips.sure(), SmileLevel.begun(SmileLevel.of(face, shown))),
        seam,
        lips,
        EyeWhites.of(pixels.data(), face),
        Focus.of(pixels.data()),
        stranger,
        taught < 0 ? teeth : own.get(taught).orElse(teeth),
        new LipOpening(stranger),
        rendition);
  }

  private double stepFor(Sight sight, Landmarks face) {
    StrengthScale scale = manifest.strengthScale();
    read(sight, scale.step());
    return scale.stepFor(MouthWidening.of(new FloatImage(2, F, F, fields.flow), face));
  }

  /** Fills the fields of so many own steps. */
  private void read(Sight sight, double steps) {
    Raw own = sight.own();
    Raw blended = networks.decode(sight, steps);
    fields.decode(blended.motion(), 0, own.motion(), 0, blended.paint(), 0, own.paint(), 0);
  }

  /**
   * A face's latent code as plain numbers.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  public float[] latent(FloatImage crop) {
    return networks.latent(crop);
  }

  /**
   * In which direction a face's latent code goes as it smiles, one own step of it.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  public float[] direction(FloatImage crop) {
    return networks.direction(crop);
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
    ExpressionEdit edit;
    if (strength > 0) {
      edit = smiling(own, strength, parts);
    } else {
      move(own, strength, parts);
      paint(own, strength);
      edit = calm(own, strength);
    }
    if (own.stranger) {
      SkinShading.restrain(edit.shading(), own.face);
      SkinShading.dim(edit.shading(), own.lightness);
    }
    return own.rendition == null ? edit : own.rendition.back(edit);
  }

  private static double wanted(Code own, double strength) {
    if (strength > 0) {
      return strength * (1 - SMILING * own.begun);
    }
    return own.stranger ? CALMER * strength : strength;
  }

  /** Fills the fields of a strength. */
  private void move(Code own, double strength, SmileParts parts) {
    double wanted = wanted(own, strength);
    read(own.sight, (float) (wanted * own.step));
    lengthen(wanted, own.face);
    double cheeks = own.stranger ? StrengthScale.cheeks(wanted) : 1;
    PartedEdit.change(fields, own.face, parts.withEyes(cheeks * parts.eyes()));
  }

  /**
   * What the mouth branch paints on what the fields make of the mouth; it too sees both the window
   * and its mirror image.
   */
  private void paint(Code own, double strength) {
    float t = (float) (wanted(own, strength) * own.step);
    window.forward(own.crop, 0, EditGeometry.CROP, fields);
    int rows = EditGeometry.MOUTH_ROWS;
    int columns = EditGeometry.MOUTH_COLUMNS;
    float[] in = new float[2 * MouthPaint.INPUT_CHANNELS * rows * columns];
    MouthPaint.input(window, t, in, 0);
    Mirror.rows(in, 0, in.length / 2, columns, in, in.length / 2);
    INDArray seen = Floats.array(in, 2, MouthPaint.INPUT_CHANNELS, rows, columns);
    float[] raw = Floats.read(mouth.output(false, seen)[0]);
    paint.decode(Mirror.mean(raw, columns, 0), 0, t);
    fade(paint.alpha, strength > 0 ? 1 - own.lips.sure() : 1);
  }

  /** The smile whose parting of the lips a strength shows. */
  private static double parting(Code own, double strength) {
    return own.stranger ? strength + AHEAD * Math.max(0, STRONGEST - strength) : strength;
  }

  /** Fills the fields and the paint of the smile whose parting of the lips a strength shows. */
  private float part(Code own, TeethFinish finish, double strength, SmileParts parts) {
    double parting = parting(own, strength);
    move(own, parting, parts);
    paint(own, parting);
    FloatImage flow = new FloatImage(2, F, F, fields.flow);
    Point left = MouthWidening.moved(flow, own.face.leftMouth());
    Point right = MouthWidening.moved(flow, own.face.rightMouth());
    return finish.part(paint, window.alpha, left, right);
  }

  /**
   * Parts the lips as far as this strength does on this face: with its own gap, or, where the
   * branch has lost that, with the gap of a smile that is like it. The fields are this strength's.
   *
   * @return how surely they are parted: 0 … 1
   */
  private double open(Code own, TeethFinish finish, double strength, SmileParts parts) {
    LipOpening.Parted parted =
        own.opening.at(
            strength,
            asked -> {
              float sure = part(own, finish, asked, SmileParts.NEUTRAL);
              return new LipOpening.Parted(finish.height(), sure, asked);
            });
    part(own, finish, strength, parts);
    boolean lost = finish.height() < ENOUGH * parted.height();
    if (lost) {
      part(own, finish, parted.like(), parts);
    }
    finish.open(parted.height());
    if (lost || parting(own, strength) != strength) {
      move(own, strength, parts);
    }
    return parted.sure();
  }

  private ExpressionEdit smiling(Code own, double strength, SmileParts parts) {
    float teeth = own.lips.sure();
    TeethFinish finish = own.finish;
    double apart = parts.teeth() * (1 - HELD * teeth);
    double sure = 0;
    if (finish == null) {
      move(own, strength, parts);
      paint(own, strength);
    } else {
      // lips that a strong smile parts over nothing would swell
      double strong = Math.min(1, Math.max(0, strength / TOGETHER - 1));
      sure = open(own, finish, strength, parts);
      apart *= 1 - strong * (1 - sure);
    }
    double painted = own.stranger ? Math.min(1, strength / PAINTED) : 1;
    fade(fields.alpha, (1 - teeth) * (float) painted);
    FloatImage parting = new FloatImage(2, F, F, fields.flow);
    Point left = MouthWidening.moved(parting, own.face.leftMouth());
    Point right = MouthWidening.moved(parting, own.face.rightMouth());
    if (apart != 1) {
      ClosedLips.close(fields, left, right, apart);
    }
    FloatImage flow = new FloatImage(2, F, F, fields.flow.clone());
    if (finish == null) {
      fade(paint.alpha, (float) parts.teeth());
      return edit(flow, paint.alphaImage(), paint.colourImage());
    }
    float share = (1 - teeth) * (float) parts.teeth();
    if (own.stranger) {
      finish.heighten(wanted(own, strength), sure);
      JawDrop.lower(flow.data(), own.face, share * finish.height());
    }
    finish.finish(
        paint,
        flow,
        fields.shading,
        new TeethFinish.Mouth(
            left, right, own.seam, own.whites, own.focus, share, parts.symmetry()));
    return edit(flow, finish.alpha, finish.colour);
  }

  private ExpressionEdit calm(Code own, double strength) {
    FloatImage flow = new FloatImage(2, F, F, fields.flow.clone());
    float share = own.lips.sure() * (float) Math.min(1, -strength);
    if (share == 0) {
      return painted(own, flow);
    }
    Point left = MouthWidening.moved(flow, own.face.leftMouth());
    Point right = MouthWidening.moved(flow, own.face.rightMouth());
    SealedLips sealed = new SealedLips(own.lips, flow, left, right, share);
    ClosedLips.fade(fields, left, right, share);
    fade(paint.alpha, 1 - share);
    ExpressionEdit edit = painted(own, sealed.flow());
    sealed.paint(own.crop, edit.shading(), edit.mouthAlpha(), edit.mouthColour());
    own.focus.soften(edit.mouthAlpha(), edit.mouthColour());
    return edit;
  }

  /** With what the mouth branch paints. */
  private ExpressionEdit painted(Code own, FloatImage flow) {
    if (own.finish == null) {
      return edit(flow, paint.alphaImage(), paint.colourImage());
    }
    own.finish.plain(paint);
    return edit(flow, own.finish.alpha, own.finish.colour);
  }

  private ExpressionEdit edit(FloatImage flow, FloatImage mouthAlpha, FloatImage mouthColour) {
    return new ExpressionEdit(
        flow,
        new FloatImage(3, F, F, fields.shading.clone()),
        new FloatImage(1, F, F, fields.alpha.clone()),
        new FloatImage(3, F, F, fields.colour.clone()),
        EditGeometry.MOUTH,
        mouthAlpha,
        mouthColour);
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
    networks.clear();
    mouth.clear();
  }
}
