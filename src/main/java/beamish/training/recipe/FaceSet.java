package beamish.training.recipe;

import beamish.expression.EditGeometry;
import beamish.training.Augmentation;
import beamish.training.TrainingPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People, and photos of each with several expressions.
 *
 * @param expressions their names; the first is the one at rest
 * @param people at least one, each with at least one photo
 */
public record FaceSet(List<String> expressions, List<Person> people) {
  private static final int CROP = 3 * EditGeometry.CROP * EditGeometry.CROP;

  /** The names of the two expressions of pairs. */
  public static final List<String> PAIRED = List.of("neutral", "smiling");

  /**
   * One person.
   *
   * @param crops as {@link TrainingPair#neutral}, one an expression, empty where there is none
   */
  public record Person(String name, List<byte[]> crops) {

    /** Which expressions there are photos of. */
    int[] present() {
      return IntStream.range(0, crops.size()).filter(i -> crops.get(i).length > 0).toArray();
    }
  }

  /** The people of pairs. */
  public static FaceSet ofPairs(List<TrainingPair> pairs) {
    return new FaceSet(
        PAIRED,
        pairs.stream().map(p -> new Person(p.name(), List.of(p.neutral(), p.smiling()))).toList());
  }

  /**
   * The people of several sets of pairs with the same neutral photos.
   *
   * @param pairs by the expression of their other photo
   */
  public static FaceSet of(String neutral, Map<String, List<TrainingPair>> pairs) {
    List<String> names = new ArrayList<>(List.of(neutral));
    names.addAll(pairs.keySet());
    Map<String, byte[][]> people = new LinkedHashMap<>();
    pairs.forEach(
        (expression, list) -> {
          for (TrainingPair pair : list) {
            byte[][] crops =
                people.computeIfAbsent(
                    pair.name(),
                    n -> {
                      byte[][] none = new byte[names.size()][];
                      Arrays.fill(none, new byte[0]);
                      return none;
                    });
            crops[0] = pair.neutral();
            crops[names.indexOf(expression)] = pair.smiling();
          }
        });
    return new FaceSet(
        names,
        people.entrySet().stream()
            .map(e -> new Person(e.getKey(), List.of(e.getValue())))
            .toList());
  }

  /** How many photos there are. */
  public int photos() {
    return people.stream().mapToInt(p -> p.present().length).sum();
  }

  /** Every {@code n}th person, or all the others. */
  FaceSet every(int n, boolean others) {
    return new FaceSet(
        expressions,
        IntStream.range(0, people.size())
            .filter(i -> (i % n == n - 1) != others)
            .mapToObj(people::get)
            .toList());
  }

  /**
   * Draws people, expressions and views.
   *
   * @param edge a whole part of 256
   * @param wanted whether the second photo of each is needed; else it is left black
   * @param plain without augmentation
   */
  Batch draw(int n, int edge, boolean wanted, boolean plain, SplittableRandom random) {
    int size = 3 * edge * edge;
    int classes = expressions.size();
    Batch batch =
        new Batch(
            n,
            edge,
            classes,
            new float[n * size],
            new float[n * classes],
            new float[wanted ? n * size : 0],
            new float[n * classes],
            random.split());
    SplittableRandom[] dice = new SplittableRandom[n];
    Arrays.setAll(dice, i -> random.split());
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              Person person = people.get(dice[i].nextInt(people.size()));
              int[] present = person.present();
              int from = present[dice[i].nextInt(present.length)];
              int to = present[dice[i].nextInt(present.length)];
              batch.shows()[i * classes + from] = 1;
              batch.wantedShows()[i * classes + to] = 1;
              Augmentation view = plain ? Augmentation.none() : Augmentation.draw(dice[i]);
              sample(view, person.crops().get(from), batch.photos(), i * size, edge);
              if (wanted) {
                sample(view, person.crops().get(to), batch.wanted(), i * size, edge);
              }
            });
    return batch;
  }

  /** A plain view of one photo, {@code [3][edge][edge]}. */
  static float[] plain(byte[] crop, int edge) {
    float[] photo = new float[3 * edge * edge];
    sample(Augmentation.none(), crop, photo, 0, edge);
    return photo;
  }

  private static void sample(Augmentation view, byte[] crop, float[] into, int at, int edge) {
    float[] large = new float[CROP];
    view.sample(crop, large, 0);
    int n = EditGeometry.CROP;
    int k = n / edge;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < edge; y++) {
        for (int x = 0; x < edge; x++) {
          float sum = 0;
          for (int j = 0; j < k; j++) {
            int row = (c * n + y * k + j) * n + x * k;
            for (int i = 0; i < k; i++) {
              sum += large[row + i];
            }
          }
          into[at + (c * edge + y) * edge + x] = sum / (k * k);
        }
      }
    }
  }
}
