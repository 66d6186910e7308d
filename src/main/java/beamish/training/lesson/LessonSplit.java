package beamish.training.lesson;

import beamish.job.Problem;
import beamish.job.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pairs are trained on and which are kept out to judge by. A group is never split: photos of
 * one shooting are so alike that one tells the other.
 *
 * @param training to learn from, never empty
 * @param validation kept out; empty where there is too little to keep any out
 * @param lone photos without a counterpart to learn from, none of a group that is kept out
 */
public record LessonSplit(
    List<LessonPair> training, List<LessonPair> validation, List<LonePhoto> lone) {
  /** The split's file in a training's folder: the calm photos of the pairs kept out, one a line. */
  public static final String FILE = "validation.txt";

  private static final String HEADING =
      "# Calm photos of the pairs kept out of the training, to judge by.";

  /** Below so many groups none of them can be missed. */
  private static final int LEAST_GROUPS = 3;

  private static final double SHARE = .2;

  /** A training that is gone on with must find its pairs in the order it left them in. */
  private static final Comparator<LessonPair> ORDER =
      Comparator.comparing(LessonPair::neutral).thenComparing(LessonPair::smiling);

  /** Puts both in order. */
  public LessonSplit {
    training = training.stream().sorted(ORDER).toList();
    validation = validation.stream().sorted(ORDER).toList();
    Set<String> out = names(validation);
    lone =
        lone.stream()
            .filter(photo -> !out.contains(photo.group()))
            .sorted(Comparator.comparing(LonePhoto::file))
            .toList();
  }

  /** Pairs alone. */
  public LessonSplit(List<LessonPair> training, List<LessonPair> validation) {
    this(training, validation, List.of());
  }

  /** The same with photos without a counterpart; those of a group that is kept out are left out. */
  public LessonSplit with(List<LonePhoto> photos) {
    return new LessonSplit(training, validation, photos);
  }

  /**
   * Keeps about a fifth of the pairs out, the smallest groups first so that the least is lost; the
   * same pairs always give the same split. With fewer than three groups nothing is kept out.
   */
  public static LessonSplit of(List<LessonPair> pairs) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    pairs.forEach(p -> sizes.merge(p.group(), 1, Integer::sum));
    Set<String> out = new LinkedHashSet<>();
    if (sizes.size() >= LEAST_GROUPS) {
      double wanted = SHARE * pairs.size();
      int kept = 0;
      List<Map.Entry<String, Integer>> smallest = new ArrayList<>(sizes.entrySet());
      smallest.sort(
          Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
      for (Map.Entry<String, Integer> group : smallest) {
        // the first always, then as long as that comes nearer to the share
        if (kept == 0 || Math.abs(kept + group.getValue() - wanted) < Math.abs(kept - wanted)) {
          out.add(group.getKey());
          kept += group.getValue();
        }
      }
    }
    return keepingOut(pairs, out);
  }

  /** Keeps these groups out. */
  public static LessonSplit keepingOut(List<LessonPair> pairs, Set<String> groups) {
    return new LessonSplit(
        pairs.stream().filter(p -> !groups.contains(p.group())).toList(),
        pairs.stream().filter(p -> groups.contains(p.group())).toList());
  }

  /** The groups kept out, in order. */
  public Set<String> groups() {
    return names(validation);
  }

  private static Set<String> names(List<LessonPair> pairs) {
    Set<String> groups = new LinkedHashSet<>();
    pairs.forEach(p -> groups.add(p.group()));
    return groups;
  }

  /**
   * Writes {@link #FILE} into a training's folder.
   *
   * @throws IOException if the disk does not take it; the file is then as it was
   */
  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    validation.forEach(p -> lines.add(line(p)));
    WholeFile.write(
        folder.resolve(FILE), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Splits as the folder's file says; as it was where there is none. By their photos, since a
   * group's name may mean others once a pair has come or gone.
   *
   * @throws Problem if the file cannot be read
   */
  LessonSplit asIn(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return this;
    }
    Set<String> out = linesOf(file);
    List<LessonPair> all = new ArrayList<>(training);
    all.addAll(validation);
    return new LessonSplit(
        all.stream().filter(p -> !out.contains(line(p))).toList(),
        all.stream().filter(p -> out.contains(line(p))).toList(),
        lone);
  }

  private static Set<String> linesOf(Path file) {
    try {
      return new HashSet<>(Files.readAllLines(file));
    } catch (IOException e) {
      throw new Problem(file + ": not a readable list of photos; train anew", e);
    }
  }

  private static String line(LessonPair pair) {
    return pair.neutral().toAbsolutePath().normalize().toString();
  }
}
