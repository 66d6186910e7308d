package beamish.fake;

import beamish.expression.ExpressionModel;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.job.Problem;
import java.util.List;

/** A store with one model, or with none. */
public final class FakeModels implements ModelStore {
  private final boolean empty;

  public FakeModels(boolean empty) {
    this.empty = empty;
  }

  @Override
  public List<ModelManifest> list() {
    return empty ? List.of() : List.of(new FakeModel().manifest());
  }

  @Override
  public ExpressionModel open(String id) {
    if (empty || !id.equals("fake")) {
      throw new Problem(id + ": no such model; there is: fake");
    }
    return new FakeModel();
  }

  @Override
  public String defaultId() {
    return "fake";
  }
}
