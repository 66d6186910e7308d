package beamish.cli;

import beamish.expression.ModelManifest;
import beamish.expression.OwnModels;
import beamish.job.Problem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code beamish models}: the models that {@code --model} takes. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the models that --model takes; a star marks the one used without it.",
      "Or hands one on as a single file, or takes one in that somebody handed on."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ModelsCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(names = "--json", description = "The manifests, one JSON object a line.")
  private boolean json;

  @Option(
      names = "--export",
      paramLabel = "ID",
      description = "Write this model as the single file that --out names.")
  private @Nullable String export;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where --export writes; nothing there is replaced.")
  private @Nullable Path out;

  @Option(names = "--import", paramLabel = "FILE", description = "Take in the model in this file.")
  private @Nullable Path from;

  @Spec private CommandSpec spec;

  ModelsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if ((export == null) != (out == null) || (export != null && from != null)) {
      throw new ParameterException(
          spec.commandLine(), "give --export with --out, or --import alone");
    }
    if (export != null && out != null) {
      return exportTo(export, out);
    }
    if (from != null) {
      Path file = from;
      return ModelWork.run(desk.studio(), spec.commandLine(), c -> importFrom(file));
    }
    return list();
  }

  private int exportTo(String id, Path file) {
    if (Files.exists(file)) {
      throw new Problem(file + ": is there already; choose another name");
    }
    desk.studio().models().exportTo(id, file);
    say(json ? Json.line(Map.of("id", id, "file", file.toString())) : id + " is in " + file);
    return ExitCode.DONE;
  }

  private int importFrom(Path file) {
    String id = new OwnModels(desk.studio().models()).importFrom(file);
    say(json ? Json.line(Map.of("id", id)) : "model " + id + " is there: --model " + id);
    return ExitCode.DONE;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private int list() {
    List<ModelManifest> models = desk.studio().models().list();
    if (models.isEmpty()) {
      throw new Problem("no model is installed: 'beamish doctor' names the folders to put one in");
    }
    PrintWriter out = spec.commandLine().getOut();
    String standard = desk.studio().models().defaultId();
    int width = models.stream().mapToInt(m -> m.id().length()).max().orElse(0);
    for (ModelManifest model : models) {
      if (json) {
        out.println(Json.line(model));
      } else {
        String star = model.id().equals(standard) ? "*" : " ";
        out.println(
            star
                + " "
                + model.id()
                + " ".repeat(width - model.id().length())
                + "  "
                + model.title()
                + " ("
                + model.licence()
                + ")"
                + expressions(model));
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** Those that {@code --expression} chooses from, where there is a choice. */
  private static String expressions(ModelManifest model) {
    ModelManifest.Recipe recipe = model.recipe();
    return recipe == null || recipe.expressions().size() < 3
        ? ""
        : "; expressions "
            + String.join(", ", recipe.expressions().subList(1, recipe.expressions().size()));
  }
}
