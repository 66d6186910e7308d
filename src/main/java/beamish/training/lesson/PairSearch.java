package beamish.training.lesson;

import beamish.training.lesson.FoundPair.How;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds pairs: by name, then among what is left by the time of shooting, then by who it is and how
 * much they smile. Each photo is in one pair at most.
 */
public final class PairSearch {
  /** Two photos of one moment. */
  private static final Duration MOMENT = Duration.ofSeconds(90);

  /** How much likeness a pair may lack so that one more degree of pose is a fair price. */
  private static final double PER_DEGREE = .01;

  /** The same for the light. */
  private static final double PER_LIGHT = 1.5;

  /** The same for each level of smile between the two, up to {@link #CLEAR}. */
  private static final double PER_SMILE = -1;

  private static final double CLEAR = .25;

  /** The same for a whole {@link #MOMENT} between the two. */
  private static final double PER_MOMENT = .3;

  private PairSearch() {}

  private record Candidate(SeenPhoto neutral, SeenPhoto smiling, double cost) {}

  /**
   * Pairs there are besides those already made.
   *
   * @param photos all that were seen
   * @param made pairs that stay; their photos are left alone
   * @param fresh photos of which at least one has to be in every new pair, so that what somebody
   *     took apart stays apart
   * @return {@code made} and the new ones
   */
  public static List<FoundPair> find(
      List<SeenPhoto> photos, List<FoundPair> made, Collection<Path> fresh) {
    Search search = new Search(new HashSet<>(fresh), made);
    search.byName(photos);
    search.byFace(photos);
    return search.pairs;
  }

  private static final class Search {
    private final Set<Path> fresh;
    private final Set<Path> taken = new HashSet<>();
    private final List<FoundPair> pairs = new ArrayList<>();

    Search(Set<Path> fresh, List<FoundPair> made) {
      this.fresh = fresh;
      made.forEach(this::add);
    }

    private void add(FoundPair pair) {
      boolean free = !taken.contains(pair.neutral()) && !taken.contains(pair.smiling());
      if (free) {
        pairs.add(pair);
        taken.add(pair.neutral());
        taken.add(pair.smiling());
      }
    }

    private List<SeenPhoto> left(List<SeenPhoto> photos) {
      return photos.stream().filter(photo -> !taken.contains(photo.file())).toList();
    }

    void byName(List<SeenPhoto> photos) {
      for (FoundPair pair : NamePairs.find(left(photos))) {
        if (fresh.contains(pair.neutral()) || fresh.contains(pair.smiling())) {
          add(pair);
        }
      }
    }

    void byFace(List<SeenPhoto> photos) {
      List<SeenPhoto> left =
          left(photos).stream().filter(photo -> photo.face().isPresent()).toList();
      List<Candidate> candidates = candidates(left);
      candidates.stream()
          .filter(c -> apart(c).compareTo(MOMENT) <= 0)
          .sorted(Comparator.comparingDouble(c -> c.cost + PER_MOMENT * share(apart(c))))
          .forEach(c -> add(new FoundPair(c.neutral.file(), c.smiling.file(), How.TIME)));
      candidates.stream()
          .sorted(Comparator.comparingDouble(Candidate::cost))
          .forEach(c -> add(new FoundPair(c.neutral.file(), c.smiling.file(), How.LIKENESS)));
    }

    private static double share(Duration apart) {
      return (double) apart.toMillis() / MOMENT.toMillis();
    }

    private static Duration apart(Candidate c) {
      return c.neutral.taken() == null || c.smiling.taken() == null
          ? Duration.ofDays(1)
          : Duration.between(c.neutral.taken(), c.smiling.taken()).abs();
    }

    private List<Candidate> candidates(List<SeenPhoto> photos) {
      List<Candidate> candidates = new ArrayList<>();
      for (SeenPhoto a : photos) {
        for (SeenPhoto b : photos) {
          if (fresh.contains(a.file()) || fresh.contains(b.file())) {
            consider(a, b, candidates);
          }
        }
      }
      return candidates;
    }

    private static void consider(SeenPhoto neutral, SeenPhoto smiling, List<Candidate> to) {
      SeenFace a = neutral.face().orElseThrow();
      SeenFace b = smiling.face().orElseThrow();
      double more = b.smile() - a.smile();
      if (more < PairCheck.LEAST_SMILE) {
        return;
      }
      double alike = a.likenessTo(b);
      if (alike >= People.SAME) {
        double cost =
            1
                - alike
                + PER_LIGHT * a.lightFrom(b)
                + PER_DEGREE * a.poseFrom(b)
                + PER_SMILE * Math.min(CLEAR, more);
        to.add(new Candidate(neutral, smiling, cost));
      }
    }
  }
}
