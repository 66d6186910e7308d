package beamish.expression.dl4j;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.Figure;
import beamish.expression.Figure.Shape;
import beamish.expression.LatentCode;
import beamish.expression.ModelManifest;
import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.job.Problem;
import beamish.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code image-1} model at work: networks that paint the whole face anew, drawn by the figures
 * in the manifest. What they read and answer has names:
 *
 * <pre>
 *   photo       the crop, RGB in [0, 1]
 *   expression  how much of each of the manifest's expressions to show
 *   code        the latent code; blended where the weights hold directions
 *   picture     the crop as painted, RGB in [0, 1]
 * </pre>
 *
 * The first network runs once a face if it reads nothing but the photo, the others at every tick of
 * the slider. The edit is what is painted for a strength minus what is painted for none, so that
 * strength 0 is exactly no edit, whatever the networks cannot paint.
 */
public final class ImageModel implements ExpressionModel {
  /** The architecture's name in manifests. */
  public static final String ARCHITECTURE = "image-1";

  /** Weights' name of the way from the first expression's codes to another's; its name follows. */
  public static final String DIRECTION = "direction.";

  private final ModelManifest manifest;
  private final List<String> expressions;
  private final Map<String, FigureGraph> networks = new LinkedHashMap<>();
  private final Map<String, float[]> directions = new HashMap<>();
  private final int edge;
  private final int target;

  /**
   * Builds the networks and fills them.
   *
   * @param weights by {@code network.layer.W} and so on, and the directions
   * @throws Problem if the manifest draws no networks, or a tensor is missing or of another shape
   */
  public ImageModel(ModelManifest manifest, Map<String, Tensor> weights) {
    this.manifest = manifest;
    ModelManifest.Recipe recipe = manifest.recipe();
    if (recipe == null) {
      throw new Problem("model " + manifest.id() + ": draws no networks; get the model anew");
    }
    this.expressions = recipe.expressions();
    recipe
        .networks()
        .forEach(
            (name, figure) -> {
              FigureGraph network = new FigureGraph(Figure.parse(figure), name, 0, false);
              BeamishGraphs.fill(network.graph, weights, "model " + manifest.id());
              networks.put(name, network);
            });
    for (String expression : expressions) {
      Tensor direction = weights.get(DIRECTION + expression);
      if (direction != null) {
        directions.put(expression, direction.data());
      }
    }
    Shape photo = networks.values().iterator().next().figure().shapeOf("photo");
    if (photo == null) {
      throw new Problem("model " + manifest.id() + ": reads no photo; get the model anew");
    }
    this.edge = photo.rows();
    this.target = 1;
  }

  /** The same model with another target. */
  private ImageModel(ImageModel of, int target) {
    this.manifest = of.manifest;
    this.expressions = of.expressions;
    this.networks.putAll(of.networks);
    this.directions.putAll(of.directions);
    this.edge = of.edge;
    this.target = target;
  }

  /** What is known of a face before anybody asks for a strength, and what is painted for none. */
  private record Code(Map<String, float[]> known, Map<String, float[]> own) implements LatentCode {}

  @Override
  public ModelManifest manifest() {
    return manifest;
  }

  @Override
  public int cropSize() {
    return edge;
  }

  @Override
  public String target() {
    return expressions.get(target);
  }

  @Override
  public ExpressionModel towards(String expression) {
    int at = expressions.indexOf(expression);
    if (at < 1) {
      return ExpressionModel.super.towards(expression);
    }
    return new ImageModel(this, at);
  }

  @Override
  public LatentCode encode(AlignedCrop crop) {
    FloatImage pixels = crop.pixels();
    if (pixels.width() != edge || pixels.height() != edge) {
      throw new IllegalArgumentException("a crop of " + pixels.width() + " px");
    }
    return new Code(known(pixels), new HashMap<>());
  }

  private static boolean readsPhotoOnly(FigureGraph network) {
    return network.figure().inputs().equals(List.of("photo"));
  }

  @Override
  public ExpressionEdit decode(LatentCode code, double strength) {
    if (!(code instanceof Code own)) {
      throw new IllegalArgumentException("a code of another model");
    }
    // above 0 the face counts as having the first expression, below 0 as having the target
    int from = strength < 0 && directions.isEmpty() ? target : 0;
    float[] before =
        own.own.computeIfAbsent(expressions.get(from), e -> paint(own.known, blend(from, 0), 0));
    float[] after =
        strength == 0
            ? before
            : paint(own.known, blend(from, (float) Math.abs(strength)), (float) strength);
    float[] change = new float[before.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = Math.min(1, Math.max(-1, after[i] - before[i]));
    }
    FloatImage none = FloatImage.zeros(1, 1, 1);
    return new ExpressionEdit(
        FloatImage.zeros(2, edge, edge),
        new FloatImage(3, edge, edge, change),
        FloatImage.zeros(1, edge, edge),
        FloatImage.zeros(3, edge, edge),
        EditGeometry.MOUTH,
        none,
        FloatImage.zeros(3, 1, 1));
  }

  /** Expressions from {@code from}, 0, to the other of the two, 1. */
  private float[] blend(int from, float share) {
    float[] mixed = new float[expressions.size()];
    mixed[from] += 1 - share;
    mixed[from == 0 ? target : 0] += share;
    return mixed;
  }

  private float[] paint(Map<String, float[]> known, float[] expression, float strength) {
    Map<String, float[]> values = new HashMap<>(known);
    values.put("expression", expression);
    float[] direction = directions.get(expressions.get(target));
    if (direction != null) {
      values.put("code", along(required(known.get("code")), direction, strength));
    }
    boolean encoded = readsPhotoOnly(networks.values().iterator().next());
    networks.values().stream().skip(encoded ? 1 : 0).forEach(n -> run(n, values));
    return required(values.get("picture"));
  }

  /** The code {@code strength} times a direction farther. */
  private static float[] along(float[] code, float[] direction, float strength) {
    float[] blended = code.clone();
    for (int i = 0; i < blended.length; i++) {
      blended[i] += strength * direction[i];
    }
    return blended;
  }

  private static void run(FigureGraph network, Map<String, float[]> values) {
    float[][] inputs =
        network.figure().inputs().stream()
            .map(name -> required(values.get(name)))
            .toArray(float[][]::new);
    float[][] answers = network.answer(inputs);
    for (int i = 0; i < answers.length; i++) {
      values.put(network.figure().outputs().get(i), answers[i]);
    }
  }

  private static float[] required(float @Nullable [] value) {
    return Objects.requireNonNull(value, "the figures do not fit together");
  }

  /**
   * The crop as painted, without any edit; a network that reads a hole fills it.
   *
   * @return {@code [3][edge][edge]}, not limited to [0, 1]
   */
  public FloatImage painted(FloatImage crop) {
    return new FloatImage(3, edge, edge, paint(known(crop), blend(0, 0), 0));
  }

  /**
   * What is painted between two faces' codes.
   *
   * @param share 0 for {@code a} … 1 for {@code b}
   * @return {@code a} as painted where the networks have no codes
   */
  public FloatImage between(FloatImage a, FloatImage b, float share) {
    Map<String, float[]> values = known(a);
    float[] from = values.get("code");
    float[] to = known(b).get("code");
    if (from != null && to != null) {
      float[] way = new float[from.length];
      for (int i = 0; i < way.length; i++) {
        way[i] = to[i] - from[i];
      }
      values.put("code", along(from, way, share));
    }
    return new FloatImage(3, edge, edge, paint(values, blend(0, 0), 0));
  }

  private Map<String, float[]> known(FloatImage crop) {
    Map<String, float[]> known = new HashMap<>(Map.of("photo", crop.data()));
    FigureGraph first = networks.values().iterator().next();
    if (readsPhotoOnly(first)) {
      run(first, known);
    }
    return known;
  }

  /** Whether the photo becomes a code on the way, so that there is something between two. */
  public boolean hasCodes() {
    FigureGraph first = networks.values().iterator().next();
    return readsPhotoOnly(first) && first.figure().outputs().contains("code");
  }

  @Override
  public void close() {
    networks.values().forEach(n -> n.graph.clear());
  }
}
