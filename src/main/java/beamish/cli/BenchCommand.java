package beamish.cli;

import beamish.codec.PhotoFormat;
import beamish.expression.dl4j.HelperCheck;
import beamish.job.Problem;
import beamish.training.TrainingSpeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beamish bench [PHOTO]}: how fast everything is on this machine, now. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Times start, slider, opening, export and training: figures of one run on this machine, with aims.",
      "Takes two or three minutes; close other programs first."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class BenchCommand implements Callable<Integer> {
  private static final int STARTS = 3;

  /** Faces in the photo whose faces are all moved at once. */
  private static final int GROUP = 5;

  private final Desk desk;
  private final Path samples;
  private final Trials trials;

  @Parameters(
      paramLabel = "PHOTO",
      arity = "0..1",
      description = "A photo with a face; the first sample without it.")
  private @Nullable Path photo;

  @Option(names = "--json", description = "All figures as a line of JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /**
   * What is timed elsewhere, and how large the photos are.
   *
   * @param sliders opens what times sliders; asked for first of all, since windows may have to be
   *     there before OpenCV is; not on the model lane
   * @param window times a program of its own that shows a window on one photo or none
   * @param training times training steps; on the model lane
   * @param networks looks at what runs the networks; on the model lane
   * @param width of the large photo, pixels
   * @param height of the large photo, pixels
   * @param times how often each side of the large photo goes into that of the huge one
   */
  public record Trials(
      Supplier<Sliders> sliders,
      Function<List<Path>, WindowTimes> window,
      Supplier<TrainingSpeed> training,
      Supplier<HelperCheck> networks,
      int width,
      int height,
      double times) {}

  /** Moves the slider of the first face of one photo, and that of all faces of another. */
  @FunctionalInterface
  public interface Sliders {
    /**
     * The times of both in a view as large as the largest preview, and of the first as a window
     * shows it when it opens, in this order; once.
     *
     * @throws Problem where a photo has no face
     */
    List<SliderTimes> time(Path one, Path all);
  }

  /** The command; {@code samples} is the folder of sample photos. */
  public BenchCommand(Desk desk, Path samples, Trials trials) {
    this.desk = desk;
    this.samples = samples;
    this.trials = trials;
  }

  @Override
  public Integer call() {
    Path sample = photo == null ? firstSample() : photo;
    Sliders windows = trials.sliders().get();
    List<Machine> machine = new ArrayList<>();
    List<PhotoTrial.Times> files = new ArrayList<>();
    int code =
        ModelWork.run(
            desk.studio(),
            spec.commandLine(),
            cancellation -> {
              machine.add(Machine.look(trials.networks().get()));
              say(machine.get(0).text());
              files.add(
                  PhotoTrial.run(
                      desk.studio(), sample, trials.width(), trials.height(), cancellation));
              return ExitCode.DONE;
            });
    if (code != ExitCode.DONE) {
      return code;
    }
    say(BenchReport.opening(files.get(0)));
    say(BenchReport.export(files.get(0)));
    List<WindowTimes> starts = new ArrayList<>();
    BenchReport.Huge huge;
    List<BenchReport.Slider> sliders;
    try (BenchPhotos photos = new BenchPhotos(desk.studio(), sample)) {
      for (int i = 0; i < STARTS; i++) {
        starts.add(trials.window().apply(List.of()));
      }
      say(BenchReport.starting(starts));
      int width = (int) (trials.width() * trials.times());
      int height = (int) (trials.height() * trials.times());
      Path file = photos.make(width, height, 1);
      huge =
          new BenchReport.Huge(
              width * (double) height * 1e-6, trials.window().apply(List.of(file)));
      say(huge.text());
      Path group = photos.make(trials.width(), trials.height(), GROUP);
      sliders = windows.time(sample, group).stream().map(BenchReport.Slider::of).toList();
      say(sliders.get(0).judged());
      say(sliders.get(1).judged());
      say(sliders.get(2).text());
    }
    return ModelWork.run(
        desk.studio(),
        spec.commandLine(),
        cancellation -> {
          TrainingSpeed training = trials.training().get();
          say(BenchReport.training(training));
          if (json) {
            print(
                Json.line(
                    BenchReport.of(
                        sample, machine.get(0), sliders, starts, huge, files.get(0), training)));
          }
          return ExitCode.DONE;
        });
  }

  /**
   * Where the figures were taken.
   *
   * @param cores that Java may use
   * @param load of the last minute before the run, in cores; negative where it is not known
   * @param backend ND4J's
   * @param helpers the class of the fast convolutions in use, or null
   */
  record Machine(int cores, double load, String backend, @Nullable String helpers) {

    static Machine look(HelperCheck networks) {
      return new Machine(
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          networks.backend(),
          networks.kernel());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "figures of one run on one machine: %d cores%s, ND4J on %s, oneDNN helpers %s",
          cores,
          load < 0 ? "" : String.format(Locale.ROOT, " (load %.1f at the start)", load),
          backend,
          helpers == null ? "OFF" : "on (" + helpers + ")");
    }
  }

  private Path firstSample() {
    try (Stream<Path> files = Files.list(samples)) {
      return files
          .filter(f -> PhotoFormat.ofFileName(f).isPresent())
          .filter(f -> !f.getFileName().toString().startsWith("group"))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new Problem(samples + ": no sample photo here; name a PHOTO"));
    } catch (IOException e) {
      throw new Problem(samples + ": no sample photo here; name a PHOTO", e);
    }
  }

  private void say(String line) {
    if (!json) {
      print(line);
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
