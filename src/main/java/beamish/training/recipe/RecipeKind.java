package beamish.training.recipe;

import beamish.job.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A recipe that can be asked for by name.
 *
 * @param label its name
 * @param what what it is, in a few words
 * @param fault the fault it is known for
 * @param settings its own settings
 * @param builder makes its networks, untrained
 */
public record RecipeKind(
    String label,
    String what,
    String fault,
    RecipeSettings settings,
    Function<Kit, Recipe> builder) {

  /** The recipes, in the order in which the literature came to them. */
  public static final List<RecipeKind> ALL =
      List.of(
          kind(
              "cae",
              "convolutional autoencoder, code of 300",
              "blurry",
              Map.of(),
              ConvAutoencoder::new),
          kind(
              "cae-perceptual",
              "the same, half of the loss in features of the likeness network",
              "better features, still soft",
              Map.of("loss", "l1", "perceptual", ".5", "decay", ".0001", "patience", "30"),
              PerceptualAutoencoder::new),
          kind(
              "unet",
              "skip connections from encoder to decoder",
              "copies its input along the skips",
              Map.of(),
              Unet::new),
          kind(
              "residual",
              "residual blocks in both halves, skips by addition",
              "sharp where the photo was, blurry where something is invented",
              Map.of(),
              ResidualAutoencoder::new),
          kind(
              "vae",
              "mean and deviation, Kullback-Leibler penalty",
              "a smooth space of codes, blurrier pictures",
              Map.of("kl", ".02"),
              Vae::new));

  private static RecipeKind kind(
      String label,
      String what,
      String fault,
      Map<String, String> settings,
      Function<Kit, Recipe> builder) {
    return new RecipeKind(label, what, fault, RecipeSettings.PLAIN.with(settings), builder);
  }

  /**
   * The recipe of a name.
   *
   * @throws Problem if there is none; it names those there are
   */
  public static RecipeKind of(String name) {
    return ALL.stream()
        .filter(k -> k.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    "no recipe "
                        + name
                        + "; there are "
                        + String.join(", ", ALL.stream().map(RecipeKind::label).toList())));
  }

  /** Its networks, untrained. */
  Recipe build(Kit kit) {
    return builder.apply(kit);
  }

  @Override
  public String toString() {
    return label;
  }
}
