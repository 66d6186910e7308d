package beamish.expression;

import java.util.List;
import java.util.Map;

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
    List<Tensor> tensors) {

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
        tensors);
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
