package beamish.training.ladder;

import beamish.training.Baselines;
import beamish.training.RidgeMouth;
import beamish.training.TrainingPair;
import java.util.Comparator;
import java.util.List;

/** What needs no training, as rungs: the baselines that {@code beamish evaluate} has too. */
public final class ClosedForms {
  private ClosedForms() {}

  /** The rules that {@code pairs} give. */
  public static List<Rung> rungs(List<TrainingPair> pairs) {
    return Baselines.learn(pairs).stream()
        .map(
            rule -> {
              boolean ridge = rule instanceof RidgeMouth;
              return new Rung(
                  rule.name(),
                  ridge
                      ? "ridge regression of the mouth window, closed form"
                      : "every face moved as smiles move faces in the mean",
                  ridge ? "the same template smile for all, ghosting" : "no teeth",
                  (folder, minutes, cancellation, say) ->
                      new Rung.Trained(0, 0, 0, false, "", Rung.Opener.of(rule)));
            })
        .sorted(Comparator.comparing(Rung::name).reversed())
        .toList();
  }
}
