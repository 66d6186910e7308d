package beamish.cli;

import beamish.training.EvaluationReport;
import beamish.training.PhotoFigures;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code beamish evaluate} prints; its names in JSON are part of the interface.
 *
 * @param pairs of the pairs, their names beside the others; null where none were given
 * @param photos of photos without a counterpart; null where none were given
 */
record EvaluateReport(
    @JsonUnwrapped @Nullable EvaluationReport pairs, @Nullable PhotoFigures photos) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (pairs != null) {
      lines.addAll(pairs.lines());
    }
    if (photos != null) {
      if (pairs != null) {
        lines.add("");
      }
      lines.addAll(photos.lines());
    }
    return lines;
  }
}
