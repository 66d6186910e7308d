package beamish.training.recipe;

import beamish.job.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What can be chosen of a recipe. Each can be set by its name in a JSON file or on the command
 * line.
 *
 * @param size edge of the photos, pixels: 32, 64, 128 or 256
 * @param width all channel counts are multiplied by it
 * @param latent numbers in a code, where the recipe has one
 * @param rate learning rate
 * @param batch photos a step
 * @param epochs stop after each photo was seen so often in the mean; 0 for no limit
 * @param loss how pictures are compared
 * @param optimiser what makes steps of gradients
 * @param decay weight decay: the part of a weight that a step of rate 1 takes away
 * @param patience stop when the people kept aside got no nearer for so many epochs, and go back to
 *     the best; 0 for never, and nobody is kept aside
 * @param repair the part of photos in which a square is blackened, to be filled again
 * @param perceptual how much the distance in features counts, 0 … 1, the pixels' being the rest
 * @param kl how much the Kullback-Leibler penalty counts
 * @param fool how much a discriminator's or critic's opinion counts
 * @param critic steps of the critic for one of the generator
 * @param steps steps of the generator on one batch
 * @param mouth how much more pixels around the mouth count
 * @param difference whether the generator paints the difference to the photo
 */
public record RecipeSettings(
    int size,
    double width,
    int latent,
    double rate,
    int batch,
    int epochs,
    PixelLoss loss,
    Optimiser optimiser,
    double decay,
    int patience,
    double repair,
    double perceptual,
    double kl,
    double fool,
    int critic,
    int steps,
    double mouth,
    boolean difference) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the cae has; other recipes change some of it. */
  public static final RecipeSettings PLAIN =
      new RecipeSettings(
          128,
          1,
          300,
          .001,
          16,
          0,
          PixelLoss.MSE,
          Optimiser.ADAM,
          0,
          0,
          .5,
          0,
          0,
          0,
          1,
          1,
          0,
          false);

  /** What makes steps of gradients. */
  public enum Optimiser {
    /** Kingma and Ba, 2015. */
    @JsonProperty("adam")
    ADAM,
    /** Adam with the shorter memory that adversaries need. */
    @JsonProperty("adam-adversarial")
    ADAM_ADVERSARIAL,
    /** Plain gradient descent. */
    @JsonProperty("sgd")
    SGD,
    /** Tieleman and Hinton, 2012. */
    @JsonProperty("rmsprop")
    RMSPROP
  }

  /** Checks the numbers. */
  public RecipeSettings {
    if (size < 32
        || 256 % size != 0
        || width <= 0
        || latent < 1
        || rate <= 0
        || batch < 1
        || epochs < 0
        || decay < 0
        || patience < 0
        || repair < 0
        || repair > 1
        || perceptual < 0
        || perceptual > 1
        || kl < 0
        || fool < 0
        || critic < 1
        || steps < 1
        || mouth < 0) {
      throw new Problem("a setting of the recipe is out of range; see the recipes' settings");
    }
  }

  /**
   * These settings with some changed.
   *
   * @param changes values as text, by name
   * @throws Problem if there is no such setting, or a value makes no sense
   */
  public RecipeSettings with(Map<String, String> changes) {
    ObjectNode all = JSON.valueToTree(this);
    changes.forEach(
        (name, value) -> {
          if (!all.has(name)) {
            throw new Problem("no setting " + name + "; there are " + names());
          }
          all.set(name, parsed(value));
        });
    return read(all, changes.toString());
  }

  private static JsonNode parsed(String value) {
    try {
      // JSON wants a digit before the point
      return JSON.readTree(value.startsWith(".") ? "0" + value : value);
    } catch (JsonProcessingException word) {
      return JSON.getNodeFactory().textNode(value);
    }
  }

  /**
   * These settings with those that a JSON file names changed.
   *
   * @throws Problem if it cannot be read, names no setting or makes no sense
   */
  public RecipeSettings with(Path file) {
    try {
      JsonNode node = JSON.readTree(file.toFile());
      ObjectNode all = JSON.valueToTree(this);
      for (Map.Entry<String, JsonNode> e : node.properties()) {
        if (!all.has(e.getKey())) {
          throw new Problem(file + ": no setting " + e.getKey() + "; there are " + names());
        }
        all.set(e.getKey(), e.getValue());
      }
      return read(all, file.toString());
    } catch (IOException e) {
      throw new Problem(file + ": not a readable JSON file of settings; check it", e);
    }
  }

  private static RecipeSettings read(ObjectNode all, String from) {
    try {
      return JSON.treeToValue(all, RecipeSettings.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof Problem p) {
        throw p;
      }
      throw new Problem(from + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
  }

  private static String names() {
    ObjectNode all = JSON.valueToTree(PLAIN);
    return String.join(", ", all.properties().stream().map(Map.Entry::getKey).toList());
  }

  /** As a line of JSON, for people and for telling a checkpoint's settings. */
  public String line() {
    return JSON.valueToTree(this).toString();
  }

  /** {@code channels} times the width, at least 4. */
  int wide(int channels) {
    return Math.max(4, (int) Math.round(channels * width));
  }

  /** Edge of the blackened square: 28 of 128 pixels. */
  int hole() {
    return hole(size);
  }

  static int hole(int edge) {
    return Math.round(28f * edge / 128);
  }
}
