package beamish.training.lesson;

import beamish.training.lesson.Verdict.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which pairs are good enough to learn from, and what is wrong with the others. */
public final class PairCheck {
  /** Pupils nearer than this, pixels, leave a mouth too few pixels to learn from. */
  static final double LEAST_EYES = 40;

  /** Between the sharpest blurred face measured and the softest sharp one, see FaceSight. */
  static final double LEAST_SHARPNESS = .4;

  /** Nearer in smile than this, the two teach nothing. */
  static final double LEAST_SMILE = .03;

  private static final double DUPLICATE_LIKENESS = .97;
  private static final double DUPLICATE_LIGHT = .012;
  private static final double DUPLICATE_SMILE = .02;

  private final Map<Path, SeenPhoto> photos = new HashMap<>();

  private PairCheck(List<SeenPhoto> photos) {
    photos.forEach(photo -> this.photos.put(photo.file(), photo));
  }

  /** A verdict for each pair, in their order; of near duplicates the first is good. */
  public static List<Verdict> of(List<FoundPair> pairs, List<SeenPhoto> photos) {
    PairCheck check = new PairCheck(photos);
    List<Verdict> verdicts = new ArrayList<>();
    List<FoundPair> good = new ArrayList<>();
    for (FoundPair pair : pairs) {
      Verdict verdict = check.alone(pair);
      if (verdict.isGood() && good.stream().anyMatch(other -> check.isDuplicate(pair, other))) {
        verdict = new Verdict(Reason.DUPLICATE, null, 0);
      } else if (verdict.uses(pair)) {
        good.add(pair);
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private Verdict alone(FoundPair pair) {
    for (Path file : List.of(pair.neutral(), pair.smiling())) {
      Verdict verdict = alone(file);
      if (!verdict.isGood()) {
        return verdict;
      }
    }
    SeenFace neutral = face(pair.neutral());
    SeenFace smiling = face(pair.smiling());
    if (neutral.likenessTo(smiling) < People.SAME) {
      return new Verdict(Reason.DIFFERENT_PEOPLE, null, neutral.likenessTo(smiling));
    }
    double more = smiling.smile() - neutral.smile();
    if (Math.abs(more) < LEAST_SMILE) {
      return new Verdict(Reason.SAME_SMILE, null, more);
    }
    return more < 0 ? new Verdict(Reason.WRONG_WAY, null, more) : Verdict.GOOD;
  }

  private Verdict alone(Path file) {
    SeenPhoto photo = photos.get(file);
    return photo == null ? new Verdict(Reason.UNREADABLE, file, 0) : alone(photo);
  }

  /** What is wrong with one photo, whatever it is paired with. */
  static Verdict alone(SeenPhoto photo) {
    Path file = photo.file();
    if (photo.unreadable() != null) {
      return new Verdict(Reason.UNREADABLE, file, 0);
    }
    Optional<SeenFace> meant = photo.face();
    if (meant.isEmpty()) {
      return new Verdict(Reason.NO_FACE, file, 0);
    }
    SeenFace face = meant.get();
    double eyes = face.landmarks().eyeDistance();
    if (photo.isOpenWhichFace()) {
      return new Verdict(Reason.SEVERAL_FACES, file, photo.faces().size());
    } else if (eyes < LEAST_EYES) {
      return new Verdict(Reason.TOO_SMALL, file, eyes);
    } else if (face.sharpness() < LEAST_SHARPNESS) {
      return new Verdict(Reason.BLURRED, file, face.sharpness());
    } else if (face.isTurned()) {
      return new Verdict(Reason.TURNED, file, Math.abs(face.yawDegrees()));
    }
    return Verdict.GOOD;
  }

  private SeenFace face(Path file) {
    SeenPhoto photo = photos.get(file);
    return photo == null ? missing(file) : photo.face().orElseThrow();
  }

  private static SeenFace missing(Path file) {
    throw new IllegalArgumentException("not looked at: " + file);
  }

  private boolean isDuplicate(FoundPair pair, FoundPair other) {
    return areCopies(pair.neutral(), other.neutral()) && areCopies(pair.smiling(), other.smiling());
  }

  private boolean areCopies(Path a, Path b) {
    Optional<SeenFace> x = Optional.ofNullable(photos.get(a)).flatMap(SeenPhoto::face);
    Optional<SeenFace> y = Optional.ofNullable(photos.get(b)).flatMap(SeenPhoto::face);
    return x.isPresent()
        && y.isPresent()
        && x.get().likenessTo(y.get()) > DUPLICATE_LIKENESS
        && x.get().lightFrom(y.get()) < DUPLICATE_LIGHT
        && Math.abs(x.get().smile() - y.get().smile()) < DUPLICATE_SMILE;
  }
}
