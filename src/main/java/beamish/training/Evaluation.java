package beamish.training;

import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Judges models and baselines on pairs, as a stranger would: edits every neutral photo at full
 * size, lets the face finder look at the result, and compares with the untouched photo and the real
 * smile.
 */
public final class Evaluation {
  /** The strengths looked at; 0 is the untouched photo, the baseline. */
  public static final List<Double> STRENGTHS = List.of(-1., -.5, 0., .25, .5, .75, 1., 1.25, 1.5);

  /** The strengths by which real smiles are taken away. */
  public static final List<Double> CALMING = List.of(-.5, -1.);

  /** Those of them by which smiles are given, half a step apart. */
  private static final List<Double> GIVEN = List.of(0., .5, 1., 1.5);

  private final List<EditSource> sources;
  private final FaceFinder finder;
  private final Scope scope;

  /**
   * What is asked.
   *
   * @param strengths by which smiles are given
   * @param calming by which real ones are taken away
   * @param laid whether {@link LaidDistance} is measured, too
   */
  record Scope(List<Double> strengths, List<Double> calming, boolean laid) {}

  /**
   * All are used on the caller's thread, and stay the caller's.
   *
   * @param sources what is judged, one after the other on the same people
   */
  public Evaluation(List<EditSource> sources, FaceFinder finder) {
    this(sources, finder, new Scope(STRENGTHS, CALMING, true));
  }

  /** The same of what {@code scope} asks alone. */
  Evaluation(List<EditSource> sources, FaceFinder finder, Scope scope) {
    this.sources = List.copyOf(sources);
    this.finder = finder;
    this.scope = scope;
  }

  /** The same for smiles that are given alone, in a third of the time. */
  public static Evaluation ofGiven(List<EditSource> sources, FaceFinder finder) {
    return new Evaluation(sources, finder, new Scope(GIVEN, List.of(), false));
  }

  /**
   * What one edit came to. Baselines are looked at by the finder at 0 and 1 only, as each look
   * takes longer than the edit; elsewhere what it would tell is NaN.
   *
   * @param strength what was asked for
   * @param mouthWidth distance of the mouth corners over the eye distance, as the finder sees them
   *     in the edit alone
   * @param trackedWidth the same, where the corners of the untouched photo went ({@link
   *     CornerTrack}); NaN below 0
   * @param cornerRise how far the corners lie above where they were in the untouched photo, over
   *     the eye distance, square to the line of the eyes
   * @param sharpness over the face, as a ratio to the untouched photo's
   * @param distance to the real smile in the mouth window
   * @param laidDistance the same where the real smile is laid nearest; NaN where that was not
   *     asked, and below 0
   * @param mouth what is seen within the lips
   */
  public record Measured(
      double strength,
      double mouthWidth,
      double trackedWidth,
      double cornerRise,
      double sharpness,
      double distance,
      double laidDistance,
      MouthLook mouth) {}

  /**
   * What came of taking the real smile away.
   *
   * @param strength what was asked for, below 0
   * @param distance to the neutral photo in the mouth window, as a ratio to the untouched smile's
   * @param mouthWidth as a ratio to the untouched smile's
   */
  public record Calmed(double strength, double distance, double mouthWidth) {}

  /**
   * One person.
   *
   * @param name of the pair
   * @param edits in order of strength
   * @param realMouthWidth of the real smile, over its eye distance
   * @param realSharpness of the real smile, as a ratio to the neutral photo's
   * @param realMouth what is seen within the real smile's lips
   * @param softenedMouth how sharp these would be in a photo as sharp as the neutral one, see
   *     {@link SoftenedSmile}
   * @param calmed what came of taking the real smile away, in order of {@link #CALMING}; NaN where
   *     that was not asked
   */
  public record Person(
      String name,
      List<Measured> edits,
      double realMouthWidth,
      double realSharpness,
      MouthLook realMouth,
      double softenedMouth,
      List<Calmed> calmed) {

    /** The edit of exactly this strength. */
    public Measured at(double strength) {
      return edits.stream()
          .filter(e -> Math.abs(e.strength() - strength) < 1e-9)
          .findFirst()
          .orElseThrow();
    }

    /** The least distance to the real smile over all strengths. */
    public double bestDistance() {
      return edits.stream().mapToDouble(Measured::distance).min().orElse(Double.NaN);
    }

    /**
     * The same from strength 0 on, where the real smile is laid nearest; NaN where that was not
     * asked.
     */
    public double bestLaidDistance() {
      return edits.stream()
          .mapToDouble(Measured::laidDistance)
          .filter(d -> !Double.isNaN(d))
          .min()
          .orElse(Double.NaN);
    }

    /** Whether the finder sees the mouth widen at every step from 0 to 1.5. */
    public boolean monotone() {
      return grows(Measured::mouthWidth);
    }

    /** Whether its corners go apart at every step from 0 to 1.5. */
    public boolean cornersGoApart() {
      return grows(Measured::trackedWidth);
    }

    private boolean grows(ToDoubleFunction<Measured> width) {
      double[] widths = edits.stream().filter(e -> e.strength() >= 0).mapToDouble(width).toArray();
      return IntStream.range(1, widths.length).allMatch(i -> widths[i] > widths[i - 1]);
    }
  }

  /**
   * Measures every pair.
   *
   * @param pairs as found by {@link PairSet}
   * @param set reads and aligns them
   * @param leftOut receives the names of those that could not be measured, with the reason
   * @param onlooker is shown every edited photo
   * @return for each source, by its name, the people in order; empty where there are none
   */
  public Map<String, List<Person>> run(
      List<PairSet.PhotoPair> pairs,
      PairSet set,
      List<String> leftOut,
      Onlooker onlooker,
      Cancellation cancellation,
      Progress progress) {
    Map<String, List<Person>> people = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      cancellation.check();
      PairSet.PhotoPair files = pairs.get(i);
      progress.report((double) i / pairs.size(), files.name());
      Optional<PairSet.Aligned> aligned = set.align(files, cancellation);
      if (aligned.isEmpty()) {
        leftOut.add(files.name() + ": no face found in both photos");
        continue;
      }
      Trial trial = new Trial(files.name(), aligned.get(), finder, scope, cancellation);
      for (EditSource source : sources) {
        people
            .computeIfAbsent(source.name(), name -> new ArrayList<>())
            .add(trial.person(source, source == sources.get(0), onlooker));
      }
    }
    return people;
  }

  /** A person's photo and how it lies on the template. */
  public record Picture(String name, PixelImage photo, Similarity photoToCrop) {}

  /** Looks at pictures while they are there. */
  public interface Onlooker {

    /**
     * Sees one, in order of people, sources and strengths.
     *
     * @param source that edited it
     * @param strength 0 is the untouched photo; infinity the real smile, which comes last
     */
    void see(String source, Picture picture, double strength);
  }
}
