package beamish.training.ladder;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.job.Cancellation;
import beamish.tensor.Tensor;
import beamish.training.Calibration;
import beamish.training.Morphs;
import beamish.training.PairSet;
import beamish.training.Publication;
import beamish.training.TrainingPair;
import beamish.training.dl4j.TrainingRun;
import beamish.training.ladder.Rung.Opener;
import beamish.training.ladder.Rung.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains our own generator as a rung, on the same people in the same time, from nothing.
 *
 * @param pairs of the training people
 * @param files the same people's photos, on some of which strength 1 is calibrated
 * @param judgement whose finder and reader serve for that
 */
public record OwnClimb(
    List<TrainingPair> pairs,
    List<PairSet.PhotoPair> files,
    Judgement judgement,
    long seed,
    ModelStore store,
    List<String> data)
    implements Rung.Climb {
  private static final String NAME = "beamish";
  private static final String CHECKPOINT = "checkpoint.safetensors";

  /** Our generator as a rung. */
  public Rung rung() {
    return new Rung(
        NAME,
        "ours: moves the photo's own pixels, and paints only what must be invented",
        "little is known of faces unlike those it saw",
        this);
  }

  @Override
  public Trained train(Path folder, double minutes, Cancellation cancellation, Consumer<String> say)
      throws IOException {
    List<TrainingPair> all = new ArrayList<>(pairs);
    all.addAll(Morphs.of(pairs));
    TrainingRun run = new TrainingRun(all, folder.resolve(CHECKPOINT), seed);
    run.resume();
    boolean done = run.seconds() >= minutes * 60 && RungFigures.read(folder, minutes).isPresent();
    if (!done) {
      run.run(minutes, cancellation, p -> {});
      cancellation.check();
      publish(folder, StrengthScale.PLAIN, run.weights());
      publish(folder, calibrated(folder, cancellation), run.weights());
    }
    return new Trained(
        run.weights().stream().mapToLong(t -> t.data().length).sum(),
        run.seconds(),
        (long) run.iteration() * TrainingRun.BATCH,
        false,
        "",
        Opener.of(store, NAME, folder));
  }

  private StrengthScale calibrated(Path folder, Cancellation cancellation) {
    try (ExpressionModel model = store.open(folder.toString())) {
      return Calibration.of(model, judgement.finder(), judgement.set(), files, cancellation);
    }
  }

  private void publish(Path folder, StrengthScale scale, List<Tensor> weights) throws IOException {
    Publication.publish(
        folder,
        "beamish, of " + pairs.size() + " pairs",
        BeamishModel.ARCHITECTURE,
        EditGeometry.CROP,
        scale,
        "Apache-2.0",
        data,
        Map.of("seed", Long.toString(seed)),
        weights);
  }
}
