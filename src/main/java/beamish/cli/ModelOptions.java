package beamish.cli;

import beamish.expression.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model edits, and towards which of its expressions. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Which model; 'beamish models' lists them.")
  private @Nullable String model;

  @Option(
      names = "--expression",
      paramLabel = "NAME",
      description = "What strength 1 means, where the model knows several; its first without it.")
  private @Nullable String expression;

  /** An id that the store opens; the standard model's where nobody asks for another. */
  String id(ModelStore models) {
    String id = model == null ? models.defaultId() : model;
    return expression == null ? id : id + ":" + expression;
  }
}
