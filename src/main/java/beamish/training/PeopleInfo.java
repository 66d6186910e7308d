package beamish.training;

import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table tells of people, for figures by group: comma-separated values with a heading, the
 * first column their names as pairs have them, every other column without numbers a way to group
 * them, such as gender or ethnicity. Who names two groups, as in {@code black/white}, belongs to
 * both.
 */
public final class PeopleInfo {
  /** Column to name to groups. */
  private final Map<String, Map<String, List<String>>> columns;

  private PeopleInfo(Map<String, Map<String, List<String>>> columns) {
    this.columns = columns;
  }

  /**
   * Reads such a table.
   *
   * @throws Problem if it cannot be read or has no column to group by
   */
  public static PeopleInfo read(Path file) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          rows.add(line.split(",", -1));
        }
      }
    } catch (IOException e) {
      throw new Problem(file + ": not a table that can be read; check its name", e);
    }
    Map<String, Map<String, List<String>>> columns = new LinkedHashMap<>();
    String[] heading = rows.isEmpty() ? new String[0] : rows.get(0);
    for (int c = 1; c < heading.length; c++) {
      Map<String, List<String>> groups = new LinkedHashMap<>();
      for (String[] row : rows.subList(1, rows.size())) {
        if (row.length > c && !row[c].isBlank()) {
          groups.put(row[0].strip(), named(row[c]));
        }
      }
      if (!groups.isEmpty()
          && groups.values().stream().flatMap(List::stream).noneMatch(PeopleInfo::isNumber)) {
        columns.put(heading[c].strip(), groups);
      }
    }
    if (columns.isEmpty()) {
      throw new Problem(
          file + ": no column to group by; expected a heading, then lines such as name,gender");
    }
    return new PeopleInfo(columns);
  }

  private static List<String> named(String cell) {
    return Arrays.stream(cell.split("/")).map(String::strip).filter(g -> !g.isEmpty()).toList();
  }

  private static boolean isNumber(String value) {
    return value.matches("[-+]?[0-9]*\\.?[0-9]+");
  }

  /** Column to name to groups, in the table's order. */
  Map<String, Map<String, List<String>>> columns() {
    return columns;
  }
}
