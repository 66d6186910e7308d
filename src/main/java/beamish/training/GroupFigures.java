package beamish.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A model's headline figures for a group of people.
 *
 * @param column what they are grouped by
 * @param group which group
 * @param people how many; the fewer, the less the figures say
 * @param distance to the real smile at 1, as a ratio to the untouched photo's
 * @param bestDistance the same at each person's own best strength
 * @param widening mean ratio of the mouth's width at 1 to the untouched
 * @param sharpness mean ratio of the face's at 1
 * @param gainShare the gain at 1, 1 − distance, as a share of the best group's of this column;
 *     below 0 where the group is farther than untouched. One person sets no such mark where there
 *     are groups of more
 * @param bestGainShare the same at each person's own best strength
 * @param laidGainShare as {@code gainShare}, the real smile laid where each is nearest
 * @param bestLaidGainShare the same at each person's own best strength
 */
public record GroupFigures(
    String column,
    String group,
    int people,
    double distance,
    double bestDistance,
    double widening,
    double sharpness,
    double gainShare,
    double bestGainShare,
    double laidGainShare,
    double bestLaidGainShare) {

  /** The people's figures by each column; those a column does not name are left out there. */
  public static List<GroupFigures> of(List<Evaluation.Person> people, PeopleInfo info) {
    List<GroupFigures> all = new ArrayList<>();
    info.columns()
        .forEach(
            (column, groupsOf) -> {
              Map<String, List<Evaluation.Person>> groups = new TreeMap<>();
              for (Evaluation.Person p : people) {
                for (String group : groupsOf.getOrDefault(p.name(), List.of())) {
                  groups.computeIfAbsent(group, g -> new ArrayList<>()).add(p);
                }
              }
              all.addAll(column(column, groups));
            });
    return all;
  }

  private static List<GroupFigures> column(
      String column, Map<String, List<Evaluation.Person>> groups) {
    boolean single = groups.values().stream().allMatch(g -> g.size() == 1);
    List<SourceFigures> marks =
        groups.values().stream()
            .filter(g -> single || g.size() > 1)
            .map(g -> SourceFigures.of(column, g))
            .toList();
    List<GroupFigures> figures = new ArrayList<>();
    groups.forEach(
        (group, members) -> {
          SourceFigures f = SourceFigures.of(group, members);
          figures.add(
              new GroupFigures(
                  column,
                  group,
                  members.size(),
                  f.distance(),
                  f.bestDistance(),
                  f.widening(),
                  f.sharpness(),
                  share(f, marks, SourceFigures::distance),
                  share(f, marks, SourceFigures::bestDistance),
                  share(f, marks, SourceFigures::laidDistance),
                  share(f, marks, SourceFigures::bestLaidDistance)));
        });
    return figures;
  }

  /** Against a best group that gains nothing there is no share. */
  private static double share(
      SourceFigures group, List<SourceFigures> marks, ToDoubleFunction<SourceFigures> distance) {
    double most = marks.stream().mapToDouble(m -> 1 - distance.applyAsDouble(m)).max().orElse(0);
    return most > 0 ? (1 - distance.applyAsDouble(group)) / most : Double.NaN;
  }

  static List<String> table(List<GroupFigures> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "group                            people   distance at 1   best   mouth width   face"
            + " sharpness   gain of the best group's, at 1 and at own best   laid nearest");
    for (GroupFigures f : all) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-32s %6d %15.3f %6.3f %13.3f %16.3f %26.2f %5.2f %26.2f %5.2f",
              f.column + " " + f.group,
              f.people,
              f.distance,
              f.bestDistance,
              f.widening,
              f.sharpness,
              f.gainShare,
              f.bestGainShare,
              f.laidGainShare,
              f.bestLaidGainShare));
    }
    return lines;
  }
}
