package beamish.cli;

import beamish.face.FaceFinder;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.training.HeldOut;
import beamish.training.LikenessCheck;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import beamish.training.dl4j.LikenessTraining;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beamish train-likeness}: trains the network that tells people apart. */
@Command(
    name = "train-likeness",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Trains the network that tells people apart, for evaluate's likeness.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrainLikenessCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(names = "--neutral", paramLabel = "DIR", required = true)
  private Path neutral;

  @Option(names = "--smiling", paramLabel = "DIR", required = true)
  private Path smiling;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      required = true,
      description = "The people held out, one name a line.")
  private Path validation;

  @Option(names = "--minutes", paramLabel = "M", defaultValue = "20")
  private double minutes;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Spec private CommandSpec spec;

  TrainLikenessCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    return ModelWork.run(desk.studio(), spec.commandLine(), this::train);
  }

  private int train(Cancellation cancellation) {
    Set<String> held = HeldOut.read(validation);
    List<PairSet.PhotoPair> all = PairSet.byName(neutral, smiling);
    List<TrainingPair> pairs;
    List<PairSet.Aligned> strangers = new ArrayList<>();
    PrintWriter tell = spec.commandLine().getOut();
    try (FaceFinder finder = desk.studio().finders().get()) {
      PairSet set = new PairSet(p -> desk.studio().reader().read(p).pixels(), finder);
      pairs =
          set.load(
              all.stream().filter(p -> !held.contains(p.name())).toList(),
              new ArrayList<>(),
              cancellation,
              (fraction, what) -> {});
      for (PairSet.PhotoPair p : all) {
        if (held.contains(p.name())) {
          set.align(p, cancellation).ifPresent(strangers::add);
        }
      }
    }
    if (strangers.isEmpty()) {
      throw new Problem(validation + ": none of the people named there is in " + neutral);
    }
    tell.println(pairs.size() + " people to learn from, " + strangers.size() + " held out");
    tell.flush();
    int[] told = {0};
    LikenessTraining training = new LikenessTraining(pairs, seed);
    try (LikenessNet likeness =
        training.run(
            minutes,
            cancellation,
            (fraction, what) -> {
              if ((int) (fraction * 20) > told[0]) {
                told[0] = (int) (fraction * 20);
                tell.println(what);
                tell.flush();
              }
            })) {
      double area = LikenessCheck.of(likeness, strangers).area();
      training.write(out, minutes, area);
      tell.printf("area under the ROC curve on people held out: %.3f%n", area);
      tell.flush();
    } catch (IOException e) {
      throw new Problem(out + ": the model could not be written: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }
}
