package beamish.training.lesson;

import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training's state on disk, numbers only: written whole beside the last one and moved over it, so
 * that there is always one to go on from.
 *
 * @param seconds trained so far
 * @param loss running mean
 * @param marks looks at the validation so far
 * @param stale looks since the best
 * @param best weights at the best look; empty before the first
 */
record Checkpoint(double seconds, double loss, List<Mark> marks, int stale, List<Tensor> best) {
  /** Its file in a training's folder. */
  static final String FILE = "checkpoint.safetensors";

  private static final String BEST = "best.";

  /** Nothing done yet. */
  static final Checkpoint NONE = new Checkpoint(0, 0, List.of(), 0, List.of());

  /**
   * Writes this and the run's own state.
   *
   * @throws Problem if the disk does not take it; the last checkpoint is then as it was
   */
  void write(Path folder, TrainingRun run) {
    List<Tensor> all = new ArrayList<>(run.state());
    all.add(
        new Tensor(
            "clock",
            new int[] {4},
            new float[] {run.iteration(), (float) seconds, (float) loss, stale}));
    float[] points = new float[3 * marks.size()];
    for (int i = 0; i < marks.size(); i++) {
      points[3 * i] = marks.get(i).crops();
      points[3 * i + 1] = (float) marks.get(i).loss();
      points[3 * i + 2] = (float) marks.get(i).distance();
    }
    all.add(new Tensor("marks", new int[] {marks.size(), 3}, points));
    for (Tensor t : best) {
      all.add(new Tensor(BEST + t.name(), t.shape(), t.data()));
    }
    try {
      SafeTensors.write(folder.resolve(FILE), all, Map.of(), SafeTensors.Precision.F32);
    } catch (IOException e) {
      throw full(folder, e);
    }
  }

  /** What to say where a disk does not take a training's files. */
  static Problem full(Path folder, IOException e) {
    return new Problem(
        folder
            + ": cannot be written ("
            + e.getMessage()
            + "); free space there, then go on from the last checkpoint",
        e);
  }

  /** Seconds trained by the folder's, which must be there. */
  static double seconds(Path folder) {
    return clock(SafeTensors.read(folder.resolve(FILE)), folder.resolve(FILE))[1];
  }

  private static float[] clock(Map<String, Tensor> state, Path file) {
    Tensor clock = state.get("clock");
    if (clock == null || clock.data().length != 4) {
      throw new Problem(file + ": of another version; train anew in another folder");
    }
    return clock.data();
  }

  /**
   * Reads the folder's, and puts the run where it was; {@link #NONE} where there is none.
   *
   * @throws Problem if it is damaged or of other photos
   */
  static Checkpoint read(Path folder, TrainingRun run) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    Map<String, Tensor> state = SafeTensors.read(file);
    run.restore(state, file.toString());
    float[] clock = clock(state, file);
    Tensor points = state.get("marks");
    float[] p = points == null ? new float[0] : points.data();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i + 2 < p.length; i += 3) {
      marks.add(new Mark((long) p[i], p[i + 1], p[i + 2]));
    }
    List<Tensor> best = new ArrayList<>();
    for (Tensor t : state.values()) {
      if (t.name().startsWith(BEST)) {
        best.add(new Tensor(t.name().substring(BEST.length()), t.shape(), t.data()));
      }
    }
    return new Checkpoint(clock[1], clock[2], marks, (int) clock[3], best);
  }
}
