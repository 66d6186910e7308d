package beamish.cli;

import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Gathering;
import beamish.training.lesson.Gathering.Onlooker;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonPair;
import beamish.training.lesson.PairCheck;
import beamish.training.lesson.PairSearch;
import beamish.training.lesson.SeenPhoto;
import beamish.training.lesson.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beamish pairs DIR...}: which photos make pairs to train on, and which of them will do. */
@Command(
    name = "pairs",
    mixinStandardHelpOptions = true,
    description = {
      "Finds pairs of a neutral and a smiling photo of one person, by name, time or face, and",
      "says which are good enough to train on. Pairs of one group must not be split between",
      "training and validation."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PairsCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "DIR|PHOTO", arity = "1..*", description = "Folders, or photos.")
  private List<Path> sources = List.of();

  @Option(names = "--json", description = "One JSON object for each pair and each photo left.")
  private boolean json;

  @Spec private CommandSpec spec;

  PairsCommand(Desk desk) {
    this.desk = desk;
  }

  /** What {@code --json} prints of a pair; its names are part of the interface. */
  record PairLine(
      String neutral,
      String smiling,
      String found,
      String verdict,
      @Nullable String photo,
      @Nullable String group) {}

  /** What {@code --json} prints of a photo without a partner. */
  record LooseLine(String unpaired, int faces, @Nullable String unreadable) {}

  @Override
  public Integer call() {
    List<Path> files = Gathering.photosIn(sources);
    return ModelWork.run(
        desk.studio(),
        spec.commandLine(),
        cancellation -> {
          Lesson lesson = gather(files, cancellation);
          print(lesson);
          if (lesson.found().isEmpty()) {
            throw new Problem(
                sources.get(0)
                    + ": no pair was found; give a neutral and a smiling photo of each person");
          }
          return ExitCode.DONE;
        });
  }

  private Lesson gather(List<Path> files, Cancellation cancellation) {
    Studio studio = desk.studio();
    try (FaceFinder finder = studio.finders().get()) {
      // this is the model lane already
      Gathering gathering =
          new Gathering(studio.reader()::read, () -> finder, studio.likenesses(), Runnable::run);
      List<SeenPhoto> photos =
          gathering.look(files, List.of(), Onlooker.NONE, cancellation, Progress.NONE);
      return Lesson.EMPTY.withPhotos(photos).withFound(PairSearch.find(photos, List.of(), files));
    }
  }

  private void print(Lesson lesson) {
    Map<Path, String> groups = new HashMap<>();
    for (LessonPair pair : lesson.pairs()) {
      groups.put(pair.neutral(), pair.group());
    }
    List<Verdict> verdicts = PairCheck.of(lesson.found(), lesson.photos());
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      FoundPair pair = lesson.found().get(i);
      Path blamed = verdicts.get(i).photo();
      lines.add(
          new PairLine(
              pair.neutral().toString(),
              pair.smiling().toString(),
              pair.how().name().toLowerCase(Locale.ROOT),
              verdicts.get(i).reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              blamed == null ? null : blamed.toString(),
              groups.get(pair.neutral())));
    }
    for (SeenPhoto photo : lesson.loose()) {
      lines.add(new LooseLine(photo.file().toString(), photo.faces().size(), photo.unreadable()));
    }
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.println(json ? Json.line(line) : text(line)));
    if (!json) {
      out.printf(
          Locale.ROOT,
          "%d pairs, %d to train on; %d photos without a partner%n",
          lesson.found().size(),
          groups.size(),
          lesson.loose().size());
    }
    out.flush();
  }

  private static String text(Object line) {
    if (line instanceof PairLine pair) {
      String group = pair.group == null ? "" : "  " + pair.group;
      String blamed = pair.photo == null ? "" : " (" + Path.of(pair.photo).getFileName() + ")";
      return pair.neutral
          + " -> "
          + pair.smiling
          + "  by "
          + pair.found
          + "  "
          + pair.verdict
          + blamed
          + group;
    }
    LooseLine loose = (LooseLine) line;
    return loose.unpaired
        + "  "
        + (loose.unreadable != null ? "unreadable" : loose.faces == 0 ? "no face" : "no partner");
  }
}
