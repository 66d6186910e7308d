package beamish.cli;

import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.training.EditSource;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code beamish evaluate}: what a model does to people, in figures and pictures. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a model on pairs of photos, beside the untouched photo as baseline,",
      "or on photos without a counterpart."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Which model, or its folder; the shipped one without it.")
  private @Nullable String model;

  @Mixin private PairOptions pairs;

  @Mixin private SurveyOptions photos;

  @Option(names = "--json", description = "The figures as one line of JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  EvaluateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    pairs.check();
    photos.check();
    if (!pairs.given() && !photos.given()) {
      throw new ParameterException(
          spec.commandLine(), "nothing to measure: give --neutral and --smiling, or --photos");
    }
    return ModelWork.run(desk.studio(), spec.commandLine(), this::evaluate);
  }

  private int evaluate(Cancellation cancellation) {
    String id = model == null ? desk.studio().models().defaultId() : model;
    EvaluateReport report;
    try (FaceFinder finder = desk.studio().finders().get();
        ExpressionModel network = desk.studio().models().open(id)) {
      EditSource source = EditSource.of(id, network);
      report =
          new EvaluateReport(
              pairs.measure(desk.studio(), source, finder, cancellation),
              photos.measure(desk.studio(), source, finder, cancellation));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(report));
    } else {
      report.lines().forEach(out::println);
      pairs.tell(out);
      photos.tell(report, out);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
