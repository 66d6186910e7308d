package beamish.edit.batch;

import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;

/** All that an export depends on besides the photo, as one short text. */
final class BatchRecipe {
  private BatchRecipe() {}

  /** Lower-case hex; equal orders on equal models have the same. */
  static String digest(BatchOrder order, BatchEdit.OfPhoto edit, ModelStore models) {
    String weights =
        models.list().stream()
            .filter(m -> m.isOpenedBy(order.model()))
            .map(ModelManifest::sha256)
            .findFirst()
            .orElse("");
    return Sha256.of(
        String.join(
            "\n",
            edit.recipe(),
            order.model(),
            weights,
            String.valueOf(order.format()),
            order.settings().toString(),
            order.name().text()));
  }
}
