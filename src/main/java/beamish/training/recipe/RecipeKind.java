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
              Vae::new),
          kind(
              "two-step",
              "photo and expression to a draft, the draft to a picture",
              "the refiner does not refine; drifts to the identity",
              Map.of("loss", "smooth-l1", "repair", "0"),
              TwoStep::new),
          kind(
              "dcgan",
              "generator of photo and expression, against a discriminator",
              "sharp, and the identity function",
              Map.of(
                  "loss",
                  "l1",
                  "repair",
                  "0",
                  "rate",
                  ".0002",
                  "fool",
                  ".01",
                  "optimiser",
                  "adam-adversarial"),
              Dcgan::new),
          kind(
              "dcgan-remedies",
              "the same with two steps a batch, mouth weights, painting the difference",
              "the remedies against the identity function",
              Map.of(
                  "loss",
                  "l1",
                  "repair",
                  "0",
                  "rate",
                  ".0002",
                  "fool",
                  ".01",
                  "optimiser",
                  "adam-adversarial",
                  "steps",
                  "2",
                  "mouth",
                  "4",
                  "difference",
                  "true"),
              Dcgan::new),
          kind(
              "aae-cgan",
              "adversarial autoencoder and conditional GAN, apart, then joint",
              "unstable; stands and falls with the weights of its two critics",
              Map.of(
                  "repair",
                  "0",
                  "rate",
                  ".0002",
                  "optimiser",
                  "adam-adversarial",
                  "kl",
                  ".0001",
                  "fool",
                  ".001"),
              AdversarialAutoencoder::new));

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
