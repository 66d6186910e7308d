package beamish.training.recipe;

import beamish.expression.ExpressionModel;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.Morphs;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What recipes learn from.
 *
 * @param learned who is learned from, with morphs of them where they are known by pairs
 * @param aside who is only looked at; may be nobody
 */
public record RecipeData(FaceSet learned, FaceSet aside) {
  /** Every tenth person is kept aside. */
  private static final int ASIDE = 10;

  /** The expression at rest, and the name of its folder. */
  private static final String REST = "neutral";

  /**
   * Of pairs.
   *
   * @param keepAside whether a tenth of the people is not learned from
   */
  public static RecipeData ofPairs(List<TrainingPair> pairs, boolean keepAside) {
    List<TrainingPair> learned = new ArrayList<>();
    List<TrainingPair> aside = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      (keepAside && pairs.size() >= ASIDE && i % ASIDE == ASIDE - 1 ? aside : learned)
          .add(pairs.get(i));
    }
    learned.addAll(Morphs.of(learned));
    return new RecipeData(FaceSet.ofPairs(learned), FaceSet.ofPairs(aside));
  }

  /** Of any people. */
  public static RecipeData of(FaceSet faces, boolean keepAside) {
    boolean enough = keepAside && faces.people().size() >= ASIDE;
    return new RecipeData(
        enough ? faces.every(ASIDE, true) : faces,
        enough ? faces.every(ASIDE, false) : new FaceSet(faces.expressions(), List.of()));
  }

  /**
   * Reads a folder of folders, each named by an expression and holding photos named by the person;
   * one is called neutral, and everybody is in it.
   *
   * @param without names of people to leave out
   * @param leftOut receives who could not be used, with the reason
   * @throws Problem if there are not two such folders, or nobody is left
   */
  public static FaceSet read(
      Path root,
      Set<String> without,
      PairSet set,
      List<String> leftOut,
      Cancellation cancellation,
      Progress progress) {
    Path rest = root.resolve(REST);
    Map<String, List<TrainingPair>> pairs = new LinkedHashMap<>();
    for (Path folder : folders(root)) {
      if (!folder.equals(rest)) {
        List<PairSet.PhotoPair> files =
            PairSet.byName(rest, folder).stream().filter(p -> !without.contains(p.name())).toList();
        pairs.put(
            folder.getFileName().toString(), set.load(files, leftOut, cancellation, progress));
      }
    }
    if (!Files.isDirectory(rest) || pairs.values().stream().allMatch(List::isEmpty)) {
      throw new Problem(
          root
              + ": needs a folder of photos called neutral and one or more named by other"
              + " expressions; name them so");
    }
    return FaceSet.of(REST, pairs);
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      // strength 1 means the first where nobody chooses
      Comparator<Path> smilesFirst =
          Comparator.comparing(f -> !ExpressionModel.SMILES.contains(f.getFileName().toString()));
      return entries
          .filter(Files::isDirectory)
          .sorted(smilesFirst.thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw new Problem(root + ": not a folder that can be read; check its name", e);
    }
  }
}
