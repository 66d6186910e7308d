package beamish.cli;

import beamish.expression.ModelManifest;
import beamish.job.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beamish models}: the models that {@code --model} takes. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists the models that --model takes; a star marks the one used without it.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ModelsCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(names = "--json", description = "The manifests, one JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  ModelsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
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
                + ")");
      }
    }
    out.flush();
    return ExitCode.DONE;
  }
}
