package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.image.FloatImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model must beat: rules without a network, learned from the same people. The photo left as
 * it is, the simplest of them, needs no rule.
 */
public final class Baselines {

  private Baselines() {}

  /**
   * Learns all of them.
   *
   * @param pairs of people none of whom is measured; at least two
   */
  public static List<EditSource> learn(List<TrainingPair> pairs) {
    List<EditSource> learned = new ArrayList<>();
    List<TrainingPair> known = pairs.stream().filter(p -> !p.neutralPoints().isEmpty()).toList();
    if (!known.isEmpty()) {
      learned.add(MeanWarp.of(known));
    }
    learned.add(RidgeMouth.of(pairs));
    return learned;
  }

  /** An edit that only moves pixels. */
  static ExpressionEdit moving(FloatImage flow) {
    FloatImage none = FloatImage.zeros(1, 1, 1);
    return edit(flow, none, FloatImage.zeros(3, 1, 1));
  }

  /** An edit that only paints into {@link EditGeometry#MOUTH}. */
  static ExpressionEdit painting(FloatImage alpha, FloatImage colour) {
    return edit(FloatImage.zeros(2, 1, 1), alpha, colour);
  }

  private static ExpressionEdit edit(FloatImage flow, FloatImage alpha, FloatImage colour) {
    int w = flow.width();
    int h = flow.height();
    return new ExpressionEdit(
        flow,
        FloatImage.zeros(3, h, w),
        FloatImage.zeros(1, h, w),
        FloatImage.zeros(3, h, w),
        EditGeometry.MOUTH,
        alpha,
        colour);
  }
}
