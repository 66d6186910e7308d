package beamish.training;

import beamish.training.Evaluation.Person;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is told of a model measured on pairs, for people and as a record for JSON.
 *
 * @param summary the model's own figures; in JSON their names stand beside the others
 * @param calming the model's figures on real smiles taken away
 * @param interior the model's figures within the lips
 * @param movement how far the model moves the rest of the face; null where that was not asked
 * @param compared the model, then the baselines; empty without baselines
 * @param likeness whether the edited people are still themselves; null where that was not asked
 * @param equal the model beside each baseline where both are as near to the real smile; empty
 *     without baselines or likeness
 * @param groups the model's figures by group; empty where no groups are known
 */
public record EvaluationReport(
    @JsonUnwrapped EvaluationSummary summary,
    CalmingFigures calming,
    InteriorFigures interior,
    @Nullable MovementFigures movement,
    List<SourceFigures> compared,
    @Nullable LikenessFigures likeness,
    List<EqualDistance> equal,
    List<GroupFigures> groups) {

  /**
   * Sums up what {@link Evaluation#run} gives, the model first.
   *
   * @param leftOut pairs that could not be measured, with the reason
   * @param movement null where it was not asked for
   * @param likeness null where it was not asked for
   * @param model the model's figures at any strength, to hold it against baselines at equal
   *     distance; null where that was not asked for
   * @param info who belongs to which group; null where that is not known
   */
  public static EvaluationReport of(
      Map<String, List<Person>> measured,
      List<String> leftOut,
      @Nullable MovementFigures movement,
      @Nullable LikenessFigures likeness,
      @Nullable MeanEdit model,
      @Nullable PeopleInfo info) {
    List<SourceFigures> sources = new ArrayList<>();
    measured.forEach((name, people) -> sources.add(SourceFigures.of(name, people)));
    SourceFigures own = sources.get(0);
    List<Person> people = measured.values().iterator().next();
    return new EvaluationReport(
        EvaluationSummary.of(own.name(), people, leftOut),
        own.calming(),
        own.interior(),
        movement,
        sources.size() > 1 ? sources : List.of(),
        likeness,
        likeness == null || model == null
            ? List.of()
            : EqualDistance.all(model::at, likeness, sources),
        info == null ? List.of() : GroupFigures.of(people, info));
  }

  /** What is printed. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(summary.lines());
    lines.addAll(calming.lines(summary.people().size()));
    lines.addAll(interior.lines());
    if (movement != null) {
      lines.addAll(movement.lines());
    }
    if (!compared.isEmpty()) {
      lines.add("");
      lines.addAll(SourceFigures.table(compared));
    }
    if (likeness != null) {
      lines.addAll(likeness.lines());
      equal.forEach(e -> lines.add(e.line()));
    }
    if (!groups.isEmpty()) {
      lines.add("");
      lines.addAll(GroupFigures.table(groups));
    }
    return lines;
  }
}
