package beamish.training.recipe;

import java.util.List;

/** A generator as its paper has it: its networks, and one step of their training. */
public interface Recipe {

  /** Every network that learns, for checkpoints. */
  List<Net> nets();

  /** The networks that an {@code image-1} model is made of, in the order in which they run. */
  List<Net> published();

  /**
   * Whether the networks are told an expression; if not, the smile is a direction in the space of
   * their codes.
   */
  boolean isConditional();

  /** Whether it is trained to fill a hole in the photo too. */
  default boolean repairs() {
    return false;
  }

  /**
   * One step of training.
   *
   * @param fraction of the budget spent, 0 … 1
   * @return the loss that is told and drawn
   */
  double step(Batch batch, double fraction);

  /** The loss of photos that are not learned from. */
  double validate(Batch batch);
}
