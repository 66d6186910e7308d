package beamish.training.lesson;

import beamish.training.lesson.FoundPair.How;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pairs by name: one name in two folders, or two names that differ by a word for the expression, or
 * in one folder by 1 and 2, or a and b, at their end. A name that more than two photos share says
 * nothing.
 */
final class NamePairs {
  private static final String CALM = "neutral|calm|serious|relaxed|normal|rest|ernst|ruhig";
  private static final String SMILING =
      "smile|smiling|smiles|happy|laugh|laughing|l(?:ae|\u00e4)cheln|l(?:ae|\u00e4)chelnd"
          + "|lachen|lachend|froh";
  private static final Pattern WORD =
      Pattern.compile("(.*?)[-_ .(]*(?<![a-z])(?:(" + CALM + ")|(" + SMILING + "))(?![a-z])(.*)");
  private static final Pattern NUMBERED = Pattern.compile("(.+?)[-_ .(]+[12ab]\\)?");

  private final List<SeenPhoto> photos;
  private final Set<Path> taken = new HashSet<>();
  private final List<FoundPair> pairs = new ArrayList<>();

  private NamePairs(List<SeenPhoto> photos) {
    this.photos = photos;
  }

  static List<FoundPair> find(List<SeenPhoto> photos) {
    NamePairs names = new NamePairs(photos);
    names.pass(photo -> Optional.of(stem(photo.file())), false);
    names.pass(photo -> base(WORD, photo).map(base -> photo.file().getParent() + "/" + base), true);
    names.pass(photo -> base(WORD, photo), true);
    names.pass(
        photo -> base(NUMBERED, photo).map(base -> photo.file().getParent() + "/" + base), false);
    return names.pairs;
  }

  /** Makes pairs of the photos left that share a key, where just two do. */
  private void pass(Function<SeenPhoto, Optional<String>> key, boolean opposite) {
    Map<String, List<SeenPhoto>> alike = new TreeMap<>();
    for (SeenPhoto photo : photos) {
      if (!taken.contains(photo.file())) {
        key.apply(photo)
            .ifPresent(k -> alike.computeIfAbsent(k, any -> new ArrayList<>()).add(photo));
      }
    }
    for (List<SeenPhoto> two : alike.values()) {
      if (two.size() == 2) {
        int told = told(two.get(0)) - told(two.get(1));
        if (told != 0 || !opposite) {
          add(two.get(0), two.get(1), told);
        }
      }
    }
  }

  private void add(SeenPhoto a, SeenPhoto b, int told) {
    double more = told != 0 ? told : smile(a) - smile(b);
    pairs.add(
        more <= 0
            ? new FoundPair(a.file(), b.file(), How.NAME)
            : new FoundPair(b.file(), a.file(), How.NAME));
    taken.add(a.file());
    taken.add(b.file());
  }

  /** The name without its word or number, and the punctuation before it. */
  private static Optional<String> base(Pattern pattern, SeenPhoto photo) {
    Matcher m = pattern.matcher(stem(photo.file()));
    if (!m.matches()) {
      return Optional.empty();
    }
    return Optional.of(m.groupCount() > 1 ? m.group(1) + "/" + m.group(4) : m.group(1));
  }

  /** What its name, or else its folder's, tells: 1 for smiling, −1 for neutral, 0 for nothing. */
  private static int told(SeenPhoto photo) {
    Path folder = photo.file().getParent();
    int own = told(stem(photo.file()));
    return own != 0 || folder == null || folder.getFileName() == null
        ? own
        : told(folder.getFileName().toString().toLowerCase(Locale.ROOT));
  }

  private static int told(String name) {
    Matcher m = WORD.matcher(name);
    if (!m.matches()) {
      return 0;
    }
    return m.group(2) == null ? 1 : -1;
  }

  private static double smile(SeenPhoto photo) {
    return photo.face().map(SeenFace::smile).orElse(0.);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
