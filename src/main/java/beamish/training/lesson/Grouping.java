package beamish.training.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs must stay together when some are held out to measure by: those of one person; where
 * all are one person's, those of one shooting; and where there was only one shooting, every fifth
 * pair is a group, so that at least one photo in five is new to the model.
 *
 * @param by what the groups are
 * @param groups a name for each pair, in their order
 */
public record Grouping(By by, List<String> groups) {
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final int PARTS = 5;

  /** What groups are. */
  public enum By {
    PERSON,
    SHOOTING,
    FIFTH
  }

  /** How many groups there are. */
  public int count() {
    return (int) groups.stream().distinct().count();
  }

  /** Groups these pairs. */
  public static Grouping of(List<FoundPair> pairs, List<SeenPhoto> photos) {
    Map<Path, SeenPhoto> seen = new HashMap<>();
    photos.forEach(photo -> seen.put(photo.file(), photo));
    int[] people = people(pairs, seen);
    if (kinds(people) > 1) {
      return new Grouping(By.PERSON, names("person", people));
    }
    int[] shootings = shootings(pairs, seen);
    if (kinds(shootings) > 1) {
      return new Grouping(By.SHOOTING, names("shooting", shootings));
    }
    int[] parts = new int[pairs.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = i % PARTS;
    }
    return new Grouping(By.FIFTH, names("part", parts));
  }

  private static int kinds(int[] numbers) {
    return (int) java.util.Arrays.stream(numbers).distinct().count();
  }

  private static List<String> names(String what, int[] numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(n -> what + "-" + (n + 1)).toList();
  }

  /** By both photos' faces: a pair of two people joins them, since neither may be split. */
  private static int[] people(List<FoundPair> pairs, Map<Path, SeenPhoto> seen) {
    List<SeenFace> faces = new ArrayList<>();
    List<Integer> pairOf = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      for (Path file : List.of(pairs.get(i).neutral(), pairs.get(i).smiling())) {
        SeenFace face = face(seen.get(file));
        if (face != null) {
          faces.add(face);
          pairOf.add(i);
        }
      }
    }
    int[] who = People.of(faces);
    int[] group = new int[pairs.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    Map<Integer, Integer> first = new HashMap<>();
    for (int k = 0; k < who.length; k++) {
      int pair = pairOf.get(k);
      Integer other = first.putIfAbsent(who[k], pair);
      if (other != null) {
        replace(group, group[pair], group[other]);
      }
    }
    return numbered(group);
  }

  private static @Nullable SeenFace face(@Nullable SeenPhoto photo) {
    return photo == null ? null : photo.face().orElse(null);
  }

  private static void replace(int[] in, int from, int to) {
    for (int i = 0; i < in.length; i++) {
      if (in[i] == from) {
        in[i] = to;
      }
    }
  }

  private static int[] numbered(int[] groups) {
    List<Integer> order = new ArrayList<>();
    int[] numbers = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      if (!order.contains(groups[i])) {
        order.add(groups[i]);
      }
      numbers[i] = order.indexOf(groups[i]);
    }
    return numbers;
  }

  /** By pauses of half an hour, where every photo tells its time; else by folder. */
  private static int[] shootings(List<FoundPair> pairs, Map<Path, SeenPhoto> seen) {
    List<LocalDateTime> times = new ArrayList<>();
    for (FoundPair pair : pairs) {
      SeenPhoto neutral = seen.get(pair.neutral());
      if (neutral != null && neutral.taken() != null) {
        times.add(neutral.taken());
      }
    }
    return times.size() == pairs.size() ? byTime(times) : byFolder(pairs);
  }

  private static int[] byTime(List<LocalDateTime> times) {
    List<LocalDateTime> sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
    int[] shootings = new int[times.size()];
    for (int i = 0; i < shootings.length; i++) {
      for (int k = 1; k < sorted.size() && !sorted.get(k).isAfter(times.get(i)); k++) {
        boolean pause = Duration.between(sorted.get(k - 1), sorted.get(k)).compareTo(PAUSE) > 0;
        shootings[i] += pause ? 1 : 0;
      }
    }
    return shootings;
  }

  private static int[] byFolder(List<FoundPair> pairs) {
    List<Path> folders = new ArrayList<>();
    int[] shootings = new int[pairs.size()];
    for (int i = 0; i < shootings.length; i++) {
      Path folder = pairs.get(i).neutral().toAbsolutePath().getParent();
      if (!folders.contains(folder)) {
        folders.add(folder);
      }
      shootings[i] = folders.indexOf(folder);
    }
    return shootings;
  }
}
