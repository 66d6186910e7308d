package beamish.training.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which photos without a counterpart can be learned from: those good enough, of somebody whom a
 * pair shows, and clearly as calm or as smiling as in that pair.
 */
final class LonePhotos {
  /** Of the way from a pair's calm photo to its smiling one: up to the first calm, then neither. */
  private static final double CALM = .3;

  private static final double SMILING = .7;

  private LonePhotos() {}

  /**
   * Sorts out photos.
   *
   * @param loose photos in no pair
   * @param used pairs, their faces found
   * @param groups of the pairs, in their order
   * @param lesson knows what was seen in the pairs' photos
   */
  static List<LonePhoto> of(
      List<SeenPhoto> loose, List<FoundPair> used, List<String> groups, Lesson lesson) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      Optional<SeenFace> calm = lesson.photo(used.get(i).neutral()).flatMap(SeenPhoto::face);
      Optional<SeenFace> smiling = lesson.photo(used.get(i).smiling()).flatMap(SeenPhoto::face);
      if (calm.isPresent() && smiling.isPresent()) {
        known.add(new Known(calm.get(), smiling.get(), groups.get(i)));
      }
    }
    List<LonePhoto> lone = new ArrayList<>();
    for (SeenPhoto photo : loose) {
      if (PairCheck.alone(photo).isGood()) {
        photo.face().flatMap(face -> lone(photo, face, known)).ifPresent(lone::add);
      }
    }
    return lone;
  }

  private record Known(SeenFace calm, SeenFace smiling, String group) {
    double likenessTo(SeenFace face) {
      return Math.max(face.likenessTo(calm), face.likenessTo(smiling));
    }

    /** 0 as calm as here, 1 smiling as here. */
    double smile(SeenFace face) {
      return (face.smile() - calm.smile()) / Math.max(1e-6, smiling.smile() - calm.smile());
    }
  }

  /** The pair most alike tells both whom the photo shows and which pairs it may give away. */
  private static Optional<LonePhoto> lone(SeenPhoto photo, SeenFace face, List<Known> known) {
    return known.stream()
        .filter(pair -> pair.likenessTo(face) >= People.SAME)
        .max(Comparator.comparingDouble(pair -> pair.likenessTo(face)))
        .filter(pair -> pair.smile(face) < CALM || pair.smile(face) > SMILING)
        .map(pair -> new LonePhoto(photo.toLearnFrom(), pair.smile(face) > SMILING, pair.group()));
  }
}
