package beamish.training.lesson;

import beamish.expression.EditGeometry;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.TeethPicture;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.tensor.Tensor;
import beamish.training.Calibration;
import beamish.training.PairSet;
import beamish.training.PairSet.PhotoPair;
import beamish.training.Publication;
import beamish.training.TeethAverage;
import beamish.training.TrainingPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes what was learned a model: calibrates strength 1, adds teeth, says how it was trained. On
 * the training's thread.
 */
final class LessonPublication {
  private final TrainingOrder order;
  private final ModelStore models;
  private final FaceFinder finder;
  private final PairSet set;

  /**
   * What was learned, and from what.
   *
   * @param meant the pairs that the order names
   * @param used those of them with a face in both photos
   * @param pairs the same, aligned, in the same order
   * @param morphs how many more were made of them
   * @param crops how many crops the training saw
   * @param seconds how long it took
   */
  record Learned(
      List<LessonPair> meant,
      List<LessonPair> used,
      List<TrainingPair> pairs,
      int morphs,
      long crops,
      double seconds) {}

  LessonPublication(TrainingOrder order, ModelStore models, FaceFinder finder, PairSet set) {
    this.order = order;
    this.models = models;
    this.finder = finder;
    this.set = set;
  }

  /**
   * Writes manifest and weights into the order's folder.
   *
   * @param trained holds {@code weights}; then those published
   */
  void publish(
      BeamishModel trained, List<Tensor> weights, Learned learned, Cancellation cancellation) {
    List<Tensor> all = new ArrayList<>(weights);
    if (!order.recipe().personal()) {
      all = CommonDirection.of(weights, trained::direction, learned.pairs(), cancellation);
      trained.fill(LessonTraining.byName(all));
    }
    StrengthScale scale = scale(trained, learned.meant(), cancellation);
    all.addAll(teeth(trained, learned, cancellation));
    String count = learned.pairs().size() + " pairs";
    try {
      Publication.publish(
          order.folder(),
          order.title() == null ? order.folder().getFileName() + ", of " + count : order.title(),
          BeamishModel.ARCHITECTURE,
          EditGeometry.CROP,
          scale,
          order.licence(),
          order.data().isEmpty() ? List.of(count + " of photos") : order.data(),
          how(learned, scale),
          all);
    } catch (IOException e) {
      throw Checkpoint.full(order.folder(), e);
    }
  }

  /** In a personal training strength 1 is learned; else it is measured afterwards. */
  private StrengthScale scale(
      BeamishModel trained, List<LessonPair> pairs, Cancellation cancellation) {
    return order.recipe().personal()
        ? StrengthScale.PLAIN
        : Calibration.of(trained, finder, set, photos(pairs), cancellation);
  }

  private static List<PhotoPair> photos(List<LessonPair> pairs) {
    return pairs.stream().map(LessonTraining::photo).toList();
  }

  /**
   * The mean teeth of these smiles, or where none shows any those of the model started from. A
   * personal training keeps these for strangers, and gives each face that it knows its own.
   */
  private List<Tensor> teeth(BeamishModel trained, Learned learned, Cancellation cancellation) {
    List<Tensor> all = new ArrayList<>();
    if (order.recipe().personal()) {
      TaughtFaces.of(trained::latent, set, learned.used(), learned.pairs(), cancellation)
          .ifPresent(known -> all.addAll(known.tensors()));
    } else {
      TeethAverage.of(set, photos(learned.used()), cancellation)
          .ifPresent(mean -> all.add(mean.tensor()));
    }
    boolean everybodys = all.stream().anyMatch(t -> t.name().equals(TeethPicture.TENSOR));
    if (!everybodys && order.from() != null) {
      Tensor before =
          models.weights(order.from(), BeamishModel.ARCHITECTURE).get(TeethPicture.TENSOR);
      if (before != null) {
        all.add(before);
      }
    }
    return all;
  }

  private Map<String, String> how(Learned learned, StrengthScale scale) {
    Map<String, String> how = new LinkedHashMap<>();
    how.put("pairs", Integer.toString(learned.pairs().size()));
    how.put("morphs", Integer.toString(learned.morphs()));
    if (order.from() != null) {
      how.put("from", String.valueOf(Path.of(order.from()).getFileName()));
    }
    how.put("minutes", String.format(Locale.ROOT, "%.1f", learned.seconds() / 60));
    how.put("crops", Long.toString(learned.crops()));
    if (!order.recipe().personal()) {
      how.put("direction", "the mean of these people's");
    }
    how.put("seed", Long.toString(order.seed()));
    how.put(
        "calibration",
        order.recipe().personal()
            ? "strength 1 = these people's own smile"
            : String.format(
                Locale.ROOT,
                "strength 1 = %.2f own steps, or what widens a mouth by %.0f %%",
                scale.step(),
                100 * scale.widening()));
    return how;
  }
}
