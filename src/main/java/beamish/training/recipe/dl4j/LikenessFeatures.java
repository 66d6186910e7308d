package beamish.training.recipe.dl4j;

import beamish.expression.Figure;
import beamish.expression.dl4j.BeamishGraphs;
import beamish.expression.dl4j.FigureGraph;
import beamish.face.dl4j.LikenessGraph;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.training.recipe.Features;
import beamish.training.recipe.PixelLoss;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The likeness network as eyes: pictures are compared by what its second, fourth and last
 * convolution see. It knows faces and nothing else, and nobody else's licence comes with it.
 */
public final class LikenessFeatures implements Features {
  /** The likeness network's convolutions, by the names of its weights. */
  private static final String FIGURE =
      """
      in crop 3x128x128
      conv1: conv 24 3x3 /2 leaky.01
      conv2: conv 40 3x3 /2 leaky.01
      conv3: conv 64 3x3 /2 leaky.01
      conv4: conv 80 3x3 /2 leaky.01
      conv5: conv 96 3x3 /2 leaky.01
      conv6: conv 96 3x3 leaky.01
      out conv2 conv4 conv6
      """;

  /**
   * Makes a layer's distance, as a part of its mean activation, about as large as an untrained
   * picture's distance in pixels: else colours, of which the network sees little, are never
   * learned.
   */
  private static final float SHARE = .25f;

  private final FigureGraph network;

  /**
   * Loads the weights.
   *
   * @param folder for example {@code models/likeness-1}
   * @throws Problem if they are missing, damaged or of another network
   */
  public LikenessFeatures(Path folder) {
    Path weights = folder.resolve(LikenessNet.WEIGHTS);
    if (!Files.exists(weights)) {
      throw new Problem(
          folder + ": no likeness model, whose eyes this recipe needs; name one with --eyes");
    }
    this.network = new FigureGraph(Figure.parse(FIGURE), "", 0, true);
    BeamishGraphs.fill(network.graph, SafeTensors.read(weights), weights.toString());
  }

  @Override
  public double distance(
      float[] pictures, float[] wanted, int edge, float weight, float[] gradient) {
    int n = LikenessGraph.SIZE;
    int count = pictures.length / (3 * edge * edge);
    float[] seen = enlarged(pictures, edge, n);
    float[] goal = enlarged(wanted, edge, n);
    LikenessNet.Tone[] tones = new LikenessNet.Tone[count];
    for (int i = 0; i < count; i++) {
      // both in the goal's own tone, so that a wrong tone is seen too
      tones[i] = LikenessNet.tone(goal, i * 3 * n * n);
      tones[i].apply(goal, i * 3 * n * n);
      tones[i].apply(seen, i * 3 * n * n);
    }
    float[][] goals = network.answer(goal);
    float[][] answers = network.forward(seen);
    float[][] slopes = new float[answers.length][];
    double loss = 0;
    for (int i = 0; i < answers.length; i++) {
      slopes[i] = new float[answers[i].length];
      float share = SHARE / (answers.length * level(goals[i]));
      loss += share * PixelLoss.L1.of(answers[i], goals[i], weight * share, slopes[i]);
    }
    if (gradient.length > 0) {
      network.backward(slopes);
      float[] back = network.inputGradients()[0];
      for (int i = 0; i < count; i++) {
        tones[i].through(back, i * 3 * n * n);
      }
      reduce(back, n, edge, gradient);
    }
    return loss;
  }

  /** Mean absolute activation. */
  private static float level(float[] activations) {
    double sum = 1e-9;
    for (float a : activations) {
      sum += Math.abs(a);
    }
    return (float) (sum / activations.length);
  }

  /** Nearest pixels, at the likeness network's own size. */
  private static float[] enlarged(float[] pictures, int edge, int n) {
    float[] out = new float[pictures.length / (edge * edge) * n * n];
    for (int plane = 0; plane < pictures.length / (edge * edge); plane++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          out[(plane * n + y) * n + x] =
              pictures[(plane * edge + y * edge / n) * edge + x * edge / n];
        }
      }
    }
    return out;
  }

  /** The gradient of what {@link #enlarged} read. */
  private static void reduce(float[] from, int n, int edge, float[] into) {
    for (int plane = 0; plane < into.length / (edge * edge); plane++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          into[(plane * edge + y * edge / n) * edge + x * edge / n] +=
              from[(plane * n + y) * n + x];
        }
      }
    }
  }
}
