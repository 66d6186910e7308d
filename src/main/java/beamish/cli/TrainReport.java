package beamish.cli;

import beamish.training.lesson.TrainingEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells what a training does, in lines for people or in JSON. */
final class TrainReport implements Consumer<TrainingEvent> {
  private static final double LINE_SECONDS = 10;
  private static final double JSON_SECONDS = 1;

  private final PrintWriter out;
  private final boolean json;
  private double last = Double.NEGATIVE_INFINITY;

  TrainReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  @Override
  public void accept(TrainingEvent event) {
    if (event instanceof TrainingEvent.Progress p) {
      if (p.seconds() - last < (json ? JSON_SECONDS : LINE_SECONDS)) {
        return;
      }
      last = p.seconds();
    }
    if (json) {
      // pictures are for windows
      if (!(event instanceof TrainingEvent.Faces)) {
        say(Json.line(event.getClass().getSimpleName().toLowerCase(Locale.ROOT), event));
      }
    } else {
      tell(event);
    }
  }

  private void tell(TrainingEvent event) {
    if (event instanceof TrainingEvent.Prepared p) {
      p.leftOut().forEach(reason -> say("left out " + reason));
      say(
          p.pairs()
              + " pairs, "
              + p.morphs()
              + " morphs of them, "
              + p.rehearsed()
              + " smiles rehearsed, "
              + p.rebuilt()
              + " photos without a counterpart, "
              + p.heldOut().size()
              + " pairs held out");
    } else if (event instanceof TrainingEvent.Progress p) {
      say(
          String.format(
              Locale.ROOT,
              "%3.0f %%  crops %d  loss %.4f  %.1f crops/s  %s to go",
              100 * p.fraction(),
              p.crops(),
              p.loss(),
              p.cropsPerSecond(),
              toGo(p.secondsToGo())));
    } else if (event instanceof TrainingEvent.Validated v) {
      say(
          String.format(
              Locale.ROOT,
              "       crops %d  distance to the real smile %.3f of the untouched photo's%s",
              v.mark().crops(),
              v.mark().distance(),
              v.best() ? ", the best so far" : ""));
    } else if (event instanceof TrainingEvent.Ended e && e.how() == TrainingEvent.Ending.LEVELLED) {
      say("has not got better for long: the best weights are kept");
    }
  }

  private static String toGo(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
  }

  /** Ends with a checkpoint only. */
  void stopped() {
    say(json ? Json.line("stopped", Map.of()) : "stopped; go on with --resume");
  }

  /** Ends with a model. */
  void ready(Path model) {
    say(
        json
            ? Json.line("model", Map.of("folder", model.toString()))
            : "model " + model.getFileName() + " is ready in " + model);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
