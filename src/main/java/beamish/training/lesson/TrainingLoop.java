package beamish.training.lesson;

import beamish.expression.ExpressionModel;
import beamish.job.Cancellation;
import beamish.job.WorkClock;
import beamish.tensor.Tensor;
import beamish.training.Budget;
import beamish.training.Recipe;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Ending;
import beamish.training.lesson.TrainingEvent.Mark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Step after step until the budget is spent, the validation levels out, or somebody wants an end;
 * with a checkpoint at least once a minute. On the training's lane.
 */
final class TrainingLoop {
  /** By so much, as a part, a look must be better to show that there is more to learn. */
  private static final double BETTER = .001;

  private final TrainingRun run;
  private final Recipe recipe;
  private final Path folder;
  private final double saveEvery;
  private final double afterwards;
  private final WorkClock clock;
  private final ValidationViews views;
  private final Function<List<Tensor>, ExpressionModel> judge;
  private final Consumer<TrainingEvent> listener;
  private double seconds;
  private double loss;
  private final List<Mark> marks;
  private int stale;
  private List<Tensor> best;
  private final RecentSpeed speed = new RecentSpeed();
  private double last;
  private double saved;

  /**
   * A loop that goes on from a checkpoint.
   *
   * @param saveEvery seconds between checkpoints, at most, by the clock on the wall
   * @param afterwards seconds that making a model of the weights will take
   * @param clock counts the budget
   * @param judge gives the model of these weights, for one look
   */
  TrainingLoop(
      TrainingRun run,
      Recipe recipe,
      Path folder,
      Checkpoint from,
      double saveEvery,
      double afterwards,
      WorkClock clock,
      ValidationViews views,
      Function<List<Tensor>, ExpressionModel> judge,
      Consumer<TrainingEvent> listener) {
    this.run = run;
    this.recipe = recipe;
    this.folder = folder;
    this.saveEvery = saveEvery;
    this.afterwards = afterwards;
    this.clock = clock;
    this.views = views;
    this.judge = judge;
    this.listener = listener;
    this.seconds = from.seconds();
    this.loss = from.loss();
    this.marks = new ArrayList<>(from.marks());
    this.stale = from.stale();
    this.best = from.best();
  }

  /** Trains; the last state then lies in the checkpoint. */
  Ending run(Budget budget, TrainingControl control, Cancellation cancellation) {
    speed.add(seconds, run.crops());
    last = clock.seconds();
    saved = WorkClock.WALL.seconds();
    if (marks.isEmpty()) {
      look();
    } else {
      // whoever watches wants to see where it stood
      listener.accept(new TrainingEvent.Faces(views.look(judge.apply(run.weights())).faces()));
    }
    Ending ending = ending(budget, control, cancellation);
    while (ending == null) {
      double now = run.step(budget.fraction(seconds, run.crops()));
      loss = loss == 0 ? now : .97 * loss + .03 * now;
      if (run.iteration() % recipe.validateEvery() == 0) {
        look();
      }
      tick();
      double lately = speed.add(seconds, run.crops());
      listener.accept(
          new TrainingEvent.Progress(
              run.crops(),
              seconds,
              budget.secondsToGo(seconds, run.crops(), lately) + afterwards,
              budget.fraction(seconds, run.crops()),
              loss,
              lately));
      if (WorkClock.WALL.seconds() - saved > saveEvery) {
        save();
      }
      hold(control, cancellation);
      ending = ending(budget, control, cancellation);
    }
    if (ending != Ending.CANCELLED && run.iteration() % recipe.validateEvery() != 0) {
      look();
    }
    if (ending == Ending.LEVELLED) {
      // whoever goes on from here wants to wait again
      stale = 0;
    }
    tick();
    save();
    listener.accept(new TrainingEvent.Ended(ending, run.crops(), seconds));
    return ending;
  }

  private @Nullable Ending ending(
      Budget budget, TrainingControl control, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return Ending.CANCELLED;
    }
    if (control.isStopped()) {
      return Ending.STOPPED;
    }
    if (budget.fraction(seconds, run.crops()) >= 1) {
      return Ending.SPENT;
    }
    return stale >= recipe.patience() ? Ending.LEVELLED : null;
  }

  private void tick() {
    double now = clock.seconds();
    seconds += now - last;
    last = now;
  }

  private void hold(TrainingControl control, Cancellation cancellation) {
    if (control.isPaused()) {
      save();
      listener.accept(new TrainingEvent.Paused());
      control.await(cancellation);
      last = clock.seconds();
      listener.accept(new TrainingEvent.GoneOn());
    }
  }

  private void look() {
    List<Tensor> weights = run.weights();
    ValidationViews.Look look = views.look(judge.apply(weights));
    double least = marks.stream().mapToDouble(Mark::distance).min().orElse(Double.MAX_VALUE);
    boolean better = best.isEmpty() || look.distance() < least;
    stale = look.distance() < least * (1 - BETTER) ? 0 : stale + 1;
    if (better) {
      best = weights;
    }
    Mark mark = new Mark(run.crops(), loss == 0 ? Double.NaN : loss, look.distance());
    marks.add(mark);
    listener.accept(new TrainingEvent.Validated(mark, better));
    listener.accept(new TrainingEvent.Faces(look.faces()));
  }

  private void save() {
    new Checkpoint(seconds, loss, marks, stale, best).write(folder, run);
    saved = WorkClock.WALL.seconds();
    listener.accept(new TrainingEvent.Saved(run.crops()));
  }

  /** The weights at the best look. */
  List<Tensor> best() {
    return best;
  }

  /** Seconds trained so far, over all runs. */
  double seconds() {
    return seconds;
  }
}
