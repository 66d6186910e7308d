package beamish.face.dl4j;

import beamish.face.CandidateSearch;
import beamish.face.DetectedFace;
import beamish.face.FaceCandidate;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.face.MeanFace;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds faces by cascade candidates that the landmark network then places and judges: it looks
 * where the cascade points, again where its own first answer points, and finally several times with
 * small shifts, whose mean is the answer and whose spread tells a face from a chance likeness. The
 * mouths of those that are faces are then placed by a network that looks at nothing else.
 */
public final class LandmarkFaceFinder implements FaceFinder {
  /**
   * The cascade's score at which the network's mean verdict must be .5: lower where several rolls
   * of the cascade agree, higher where only one saw something.
   */
  private static final double MIDDLING = 75;

  private static final double WEIGHT = 1. / 50;

  /**
   * The mean verdict from which on a face that the cascade is not sure enough of is looked at from
   * other sizes as well: who is one may have looked a little less like one from the first.
   */
  private static final double DOUBTFUL = .6;

  private static final double[] OTHER_SIZES = {.8, 1.2};

  /** The mean verdict at which somebody who says that a face is here is believed. */
  private static final double BELIEVED = .4;

  /** The greatest spread of the pupils over the last looks, as a part of their distance. */
  private static final double SPREAD = .12;

  private static final double LEAST_EYE_DISTANCE = 18;

  /** Around the second answer. */
  private static final List<Nudge> LAST_LOOKS =
      List.of(Nudge.NONE, new Nudge(-4, .94), new Nudge(4, 1.06));

  /** Candidates whose squares are in memory together: more of them are hardly any quicker. */
  private static final int AT_ONCE = 16;

  /**
   * What part of a box drawn around a head may be the face: some draw close, some with the hair.
   */
  private static final double[] BOX_SHARES = {1, .8, .6};

  /**
   * How far below the box's middle, as the head is rolled, its face may be, as a part of its size.
   */
  private static final double[] BOX_DROPS = {0, .1};

  private static final double[] BOX_ROLLS = {0, -25, 25, -50, 50, -75, 75};

  /**
   * How far a head may be rolled, degrees, where the cascade saw it and where somebody else did.
   */
  private static final double MOST_ROLL = 50;

  private static final double MOST_ROLL_IN_BOX = 85;

  /** How many first looks into a box are followed up, the likeliest. */
  private static final int FOLLOWED = 5;

  private final CandidateSearch search = new CandidateSearch();
  private final LandmarkNet net;
  private final MouthPlacer mouths;

  /**
   * Loads the networks.
   *
   * @param folder for example {@code models/landmarks-1}
   * @throws beamish.job.Problem if its weights cannot be read
   */
  public LandmarkFaceFinder(Path folder) {
    this.net = new LandmarkNet(folder);
    try {
      this.mouths = new MouthPlacer(new MouthNet(folder));
    } catch (RuntimeException e) {
      net.close();
      throw e;
    }
  }

  /** Uses both, and closes them. */
  public LandmarkFaceFinder(LandmarkNet net, MouthNet mouth) {
    this.net = net;
    this.mouths = new MouthPlacer(mouth);
  }

  @Override
  public List<DetectedFace> find(PixelImage upright, Cancellation cancellation) {
    List<DetectedFace> faces = new ArrayList<>();
    List<FaceCandidate> candidates = search.search(upright, cancellation);
    for (int i = 0; i < candidates.size(); i += AT_ONCE) {
      cancellation.check();
      faces.addAll(faces(upright, candidates.subList(i, Math.min(candidates.size(), i + AT_ONCE))));
    }
    faces.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
    List<DetectedFace> once = new ArrayList<>();
    for (DetectedFace face : faces) {
      if (once.stream().noneMatch(o -> o.landmarks().isNear(face.landmarks()))) {
        once.add(face);
      }
    }
    once.sort(Comparator.comparingDouble(f -> eyes(f.landmarks()).x()));
    List<DetectedFace> whole = new ArrayList<>();
    for (int i = 0; i < once.size(); i += AT_ONCE) {
      cancellation.check();
      whole.addAll(withMouths(upright, once.subList(i, Math.min(once.size(), i + AT_ONCE))));
    }
    return whole;
  }

  /** By the network alone: whoever drew the box is the cascade. */
  @Override
  public Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation) {
    if (!new Box(0, 0, upright.width(), upright.height()).contains(box.centre())) {
      return Optional.empty();
    }
    List<Seen> firsts = new ArrayList<>();
    for (double share : BOX_SHARES) {
      cancellation.check();
      double size = share * Math.min(box.width(), box.height());
      Region region = Region.around(upright, box.centre(), size);
      List<FaceCandidate> candidates = candidates(box.centre(), size);
      firsts.addAll(
          seen(
              Collections.nCopies(candidates.size(), region),
              candidates.stream().map(region::square).toList()));
    }
    cancellation.check();
    List<Seen> likeliest =
        firsts.stream()
            .sorted(Comparator.comparingDouble((Seen f) -> f.answer.face()).reversed())
            .limit(FOLLOWED)
            .toList();
    return follow(likeliest).stream()
        .filter(l -> l.verdict >= BELIEVED && l.isFaceIn(upright, MOST_ROLL_IN_BOX))
        .filter(l -> box.contains(eyes(l.landmarks())) && box.contains(mouth(l.landmarks())))
        .max(Comparator.comparingDouble(Look::verdict))
        .map(l -> withMouths(upright, List.of(l.face(l.verdict))).get(0));
  }

  /** The faces with their mouths where a look at these alone has them, if mouths can be there. */
  private List<DetectedFace> withMouths(PixelImage photo, List<DetectedFace> faces) {
    List<List<Point>> placed =
        mouths.placed(photo, faces.stream().map(DetectedFace::points).toList());
    return IntStream.range(0, faces.size())
        .mapToObj(
            i -> {
              DetectedFace face = face(placed.get(i), faces.get(i).score());
              return plausible(face.landmarks(), MOST_ROLL_IN_BOX)
                      && face.landmarks().areUsable()
                      && inside(photo, face.landmarks())
                  ? face
                  : faces.get(i);
            })
        .toList();
  }

  private static DetectedFace face(List<Point> points, double score) {
    Landmarks face = LandmarkLayout.landmarks(points);
    return new DetectedFace(
        MeanFace.box(face), face, points, LandmarkLayout.yawDegrees(points), score);
  }

  private static List<FaceCandidate> candidates(Point middle, double size) {
    List<FaceCandidate> all = new ArrayList<>();
    for (double roll : BOX_ROLLS) {
      double angle = Math.toRadians(roll);
      for (double drop : BOX_DROPS) {
        Point centre =
            new Point(
                middle.x() - drop * size * Math.sin(angle),
                middle.y() + drop * size * Math.cos(angle));
        all.add(new FaceCandidate(centre, size, roll, 0));
      }
    }
    return all;
  }

  /** What was seen, and in what part of the photo. */
  private record Seen(Region region, LandmarkNet.Answer answer) {
    /** Where to look again: there, turned and zoomed. */
    TwinViews.Square square(Nudge nudge) {
      return new TwinViews.Square(
          region.grey(), LandmarkLayout.photoToSquare(answer.points()).then(nudge.about()));
    }
  }

  /**
   * What several looks at one place say.
   *
   * @param points their mean, photo pixels
   * @param spread of the pupils over the last looks, as a part of their distance
   * @param verdict the network's mean verdict, 0 … 1
   */
  private record Look(List<Point> points, double spread, double verdict) {
    static Look of(Seen second, List<LandmarkNet.Answer> last) {
      double verdict = second.answer.face();
      for (LandmarkNet.Answer answer : last) {
        verdict += answer.face();
      }
      List<List<Point>> points = last.stream().map(LandmarkNet.Answer::points).toList();
      List<Point> mean = TwinViews.mean(points);
      return new Look(
          mean.stream().map(second.region.toPhoto()::apply).toList(),
          LandmarkFaceFinder.spread(points, mean),
          verdict / (1 + last.size()));
    }

    Landmarks landmarks() {
      return LandmarkLayout.landmarks(points);
    }

    boolean isFaceIn(PixelImage photo, double mostRoll) {
      return spread < SPREAD && plausible(landmarks(), mostRoll) && inside(photo, landmarks());
    }

    DetectedFace face(double score) {
      return LandmarkFaceFinder.face(points, score);
    }
  }

  private List<DetectedFace> faces(PixelImage photo, List<FaceCandidate> candidates) {
    List<Region> regions =
        candidates.stream().map(c -> Region.around(photo, c.centre(), c.size())).toList();
    List<TwinViews.Square> squares = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      squares.add(regions.get(i).square(candidates.get(i)));
    }
    List<Look> looks = follow(seen(regions, squares));
    List<DetectedFace> faces = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Look look = looks.get(i);
      double sure = WEIGHT * (candidates.get(i).score() - MIDDLING);
      boolean hopeless = 1 + sure < .5;
      if (look.verdict >= DOUBTFUL && look.verdict + sure < .5 && !hopeless) {
        look = likelier(look, candidates.get(i), regions.get(i));
      }
      if (look.verdict + sure >= .5 && look.isFaceIn(photo, MOST_ROLL)) {
        faces.add(look.face(look.verdict + sure));
      }
    }
    return faces;
  }

  /** The likeliest of what is seen from a candidate's own size and from others. */
  private Look likelier(Look look, FaceCandidate candidate, Region region) {
    List<TwinViews.Square> squares =
        Arrays.stream(OTHER_SIZES)
            .mapToObj(
                share ->
                    region.square(
                        new FaceCandidate(
                            candidate.centre(),
                            share * candidate.size(),
                            candidate.rollDegrees(),
                            candidate.score())))
            .toList();
    return Stream.concat(
            Stream.of(look),
            follow(seen(Collections.nCopies(squares.size(), region), squares)).stream())
        .max(Comparator.comparingDouble(Look::verdict))
        .orElseThrow();
  }

  private List<Seen> seen(List<Region> regions, List<TwinViews.Square> squares) {
    List<LandmarkNet.Answer> answers = net.look(squares);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> new Seen(regions.get(i), answers.get(i)))
        .toList();
  }

  private List<Look> follow(List<Seen> firsts) {
    List<Seen> seconds =
        seen(
            firsts.stream().map(Seen::region).toList(),
            firsts.stream().map(first -> first.square(Nudge.NONE)).toList());
    List<LandmarkNet.Answer> last =
        net.look(seconds.stream().flatMap(s -> LAST_LOOKS.stream().map(s::square)).toList());
    int each = LAST_LOOKS.size();
    return IntStream.range(0, seconds.size())
        .mapToObj(i -> Look.of(seconds.get(i), last.subList(i * each, (i + 1) * each)))
        .toList();
  }

  private static double spread(List<List<Point>> looks, List<Point> mean) {
    double most = 0;
    for (List<Point> look : looks) {
      for (int eye = 0; eye < 2; eye++) {
        most = Math.max(most, look.get(eye).distanceTo(mean.get(eye)));
      }
    }
    return most / mean.get(0).distanceTo(mean.get(1));
  }

  /** Whether eyes and mouth lie as on a face seen more or less from the front. */
  private static boolean plausible(Landmarks face, double mostRoll) {
    double eyes = face.eyeDistance();
    double down = eyes(face).distanceTo(mouth(face)) / Math.max(eyes, 1e-9);
    double mouth = face.mouthWidth() / Math.max(eyes, 1e-9);
    return eyes >= LEAST_EYE_DISTANCE
        && Math.abs(face.rollDegrees()) < mostRoll
        && down > .7
        && down < 1.8
        && mouth > .4
        && mouth < 1.6;
  }

  /** Whether eyes and mouth lie in the photo; what its edge cuts off cannot be edited. */
  private static boolean inside(PixelImage photo, Landmarks face) {
    return Stream.of(face.leftEye(), face.rightEye(), face.leftMouth(), face.rightMouth())
        .allMatch(p -> p.x() >= 0 && p.y() >= 0 && p.x() < photo.width() && p.y() < photo.height());
  }

  private static Point eyes(Landmarks face) {
    return face.leftEye().middle(face.rightEye());
  }

  private static Point mouth(Landmarks face) {
    return face.leftMouth().middle(face.rightMouth());
  }

  @Override
  public void close() {
    search.close();
    net.close();
    mouths.close();
  }
}
