package beamish.training.lesson;

import beamish.expression.KnownFaces;
import beamish.expression.TeethPicture;
import beamish.image.FloatImage;
import beamish.job.Cancellation;
import beamish.training.Augmentation;
import beamish.training.PairSet;
import beamish.training.PairSet.PhotoPair;
import beamish.training.TeethAverage;
import beamish.training.TrainingPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** By what the face of each group of pairs is known again in any light, and its own teeth. */
final class TaughtFaces {
  /** Each takes .17 MB of a model. */
  private static final int MOST_GROUPS = 24;

  /** A mean of more is not better, and each takes seconds to find. */
  private static final int MOST_PAIRS = 6;

  private static final int VIEWS = 12;

  private TaughtFaces() {}

  /**
   * Cuts the teeth and reads the codes.
   *
   * @param latent a crop's latent code, by the model that will show the teeth
   * @param used pairs trained on, and {@code cut} the same as training saw them
   * @return empty where there are too many groups to keep them apart
   */
  static Optional<KnownFaces> of(
      Function<FloatImage, float[]> latent,
      PairSet set,
      List<LessonPair> used,
      List<TrainingPair> cut,
      Cancellation cancellation) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < used.size(); i++) {
      groups.computeIfAbsent(used.get(i).group(), g -> new ArrayList<>()).add(i);
    }
    if (groups.size() > MOST_GROUPS) {
      return Optional.empty();
    }
    List<Optional<TeethPicture>> pictures = new ArrayList<>();
    List<float[][]> codes = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      List<PhotoPair> files = new ArrayList<>();
      int count = Math.min(MOST_PAIRS, group.size());
      for (int i = 0; i < count; i++) {
        files.add(LessonTraining.photo(used.get(group.get(i * group.size() / count))));
      }
      pictures.add(TeethAverage.ofOne(set, files, cancellation));
      codes.add(codes(latent, group.stream().map(cut::get).toList()));
    }
    return Optional.of(known(pictures, codes));
  }

  /** Codes of views of a group's photos, calm and smiling. */
  private static float[][] codes(Function<FloatImage, float[]> latent, List<TrainingPair> pairs) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] codes = new float[Math.max(VIEWS, 2 * pairs.size())][];
    for (int i = 0; i < codes.length; i++) {
      TrainingPair pair = pairs.get(i / 2 % pairs.size());
      byte[] photo = i % 2 == 0 ? pair.neutral() : pair.smiling();
      codes[i] = latent.apply(Augmentation.draw(random).of(photo));
    }
    return codes;
  }

  private static KnownFaces known(List<Optional<TeethPicture>> pictures, List<float[][]> codes) {
    int k = codes.get(0)[0].length;
    float[][] means = new float[codes.size()][k];
    double[] squares = new double[k];
    int views = 0;
    for (int g = 0; g < means.length; g++) {
      float[][] all = codes.get(g);
      for (float[] code : all) {
        for (int i = 0; i < k; i++) {
          means[g][i] += code[i] / all.length;
        }
      }
      for (float[] code : all) {
        for (int i = 0; i < k; i++) {
          squares[i] += (code[i] - means[g][i]) * (code[i] - means[g][i]);
        }
      }
      views += all.length;
    }
    float[] spread = new float[k];
    for (int i = 0; i < k; i++) {
      spread[i] = (float) Math.sqrt(squares[i] / views);
    }
    return new KnownFaces(pictures, means, spread);
  }
}
