package beamish.expression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model folder says of itself; {@code manifest.json}.
 *
 * @param id folder name, what {@code --model} takes
 * @param title one line for people
 * @param architecture which builder makes the network, for example {@code beamish-1}
 * @param cropSize edge of the crop it is given, pixels
 * @param template pupils in crop coordinates: left x, left y, right x, right y
 * @param strengthRange least and greatest useful strength
 * @param strengthScale what strength 1 is in the network's own steps
 * @param licence SPDX id of the weights' licence
 * @param data what it was trained on, with licence and attribution
 * @param training how: command, minutes, crops seen, seed
 * @param weights the weights file beside the manifest
 * @param sha256 of the weights file, lower-case hex
 * @param tensors every tensor of it
 * @param recipe the networks of an architecture that is drawn, not built in; else null
 */
public record ModelManifest(
    String id,
    String title,
    String architecture,
    int cropSize,
    List<Double> template,
    List<Double> strengthRange,
    StrengthScale strengthScale,
    String licence,
    List<String> data,
    Map<String, String> training,
    String weights,
    String sha256,
    List<Tensor> tensors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recipe recipe) {

  /** Checks that nothing is missing but what may be. */
  public ModelManifest {
    if (cropSize <= 0
        || Stream.of(
                id,
                title,
                architecture,
                template,
                strengthRange,
                strengthScale,
                licence,
                data,
                training,
                weights,
                sha256,
                tensors)
            .anyMatch(part -> part == null)) {
      throw new IllegalArgumentException("a part of the manifest is missing");
    }
  }

  /** A manifest of an architecture that is built in. */
  public ModelManifest(
      String id,
      String title,
      String architecture,
      int cropSize,
      List<Double> template,
      List<Double> strengthRange,
      StrengthScale strengthScale,
      String licence,
      List<String> data,
      Map<String, String> training,
      String weights,
      String sha256,
      List<Tensor> tensors) {
    this(
        id,
        title,
        architecture,
        cropSize,
        template,
        strengthRange,
        strengthScale,
        licence,
        data,
        training,
        weights,
        sha256,
        tensors,
        null);
  }

  /**
   * The networks of an {@code image-1} model.
   *
   * @param networks name to {@link Figure}, in the order in which they run
   * @param expressions what strength means: the first is 0, the others are what 1 can be
   */
  public record Recipe(Map<String, String> networks, List<String> expressions) {
    /** Checks that there is something to paint, and something to lead to. */
    public Recipe {
      if (networks == null
          || networks.isEmpty()
          || expressions == null
          || expressions.size() < 2
          || expressions.stream().anyMatch(name -> name == null)) {
        throw new IllegalArgumentException("a recipe without networks or expressions");
      }
    }
  }

  /** See {@link ExpressionModel#targets}. */
  public List<String> targets() {
    return recipe == null
        ? List.of("smiling")
        : recipe.expressions().subList(1, recipe.expressions().size());
  }

  /** The id that {@link ModelStore#open} takes for one of the {@link #targets}. */
  public String idTowards(String target) {
    return targets().get(0).equals(target) ? id : id + ":" + target;
  }

  /** Whether {@code wanted} is this model's id, towards whatever target. */
  public boolean isOpenedBy(String wanted) {
    return wanted.equals(id) || targets().stream().anyMatch(t -> wanted.equals(id + ":" + t));
  }

  /** The same under another id. */
  public ModelManifest withId(String other) {
    return with(other, title, weights);
  }

  /** The same with another title. */
  public ModelManifest titled(String other) {
    return with(id, other, weights);
  }

  /** The same with its weights in a file of another name. */
  public ModelManifest withWeights(String other) {
    return with(id, title, other);
  }

  private ModelManifest with(String ownId, String ownTitle, String ownWeights) {
    return new ModelManifest(
        ownId,
        ownTitle,
        architecture,
        cropSize,
        template,
        strengthRange,
        strengthScale,
        licence,
        data,
        training,
        ownWeights,
        sha256,
        tensors,
        recipe);
  }

  /**
   * One tensor of the weights file.
   *
   * @param name layer and parameter, for example {@code encoder1.W}
   * @param shape for a convolution {@code [out, in, kernelHeight, kernelWidth]}
   * @param layout order of the axes, for example {@code OIHW}
   * @param min its least value
   * @param max its greatest value
   */
  public record Tensor(String name, List<Integer> shape, String layout, double min, double max) {}
}
