package beamish.cli;

import beamish.edit.FaceSmile;
import beamish.edit.batch.BatchOrder;
import beamish.edit.batch.BatchOutcome;
import beamish.edit.batch.BatchOutcome.Status;
import beamish.expression.SmileParts;
import beamish.job.Problem;
import beamish.job.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code beamish batch} says as it goes, at its end, and in its report. */
final class BatchReport {
  private final BatchOrder order;
  private final FaceSmile smile;
  private final Consumer<String> progress;
  private final Consumer<String> complaints;
  private final List<BatchOutcome> outcomes = new ArrayList<>();
  private final long began = System.nanoTime();

  BatchReport(
      BatchOrder order, FaceSmile smile, Consumer<String> progress, Consumer<String> complaints) {
    this.order = order;
    this.smile = smile;
    this.progress = progress;
    this.complaints = complaints;
  }

  /** Notes what became of a photo, and says it. Called one at a time. */
  void take(BatchOutcome outcome) {
    outcomes.add(outcome);
    String what =
        switch (outcome.status()) {
          case DONE -> outcome.out() + ", " + faces(outcome.faces());
          case UP_TO_DATE -> outcome.out() + ", up to date";
          case NO_FACE -> outcome.photo() + ": no face found, skipped";
          case FAILED -> outcome.photo() + ": failed";
        };
    progress.accept("[" + outcomes.size() + "/" + order.photos().size() + "] " + what);
    if (outcome.problem() != null) {
      complaints.accept(line(outcome.problem()));
    }
  }

  private static String line(Problem problem) {
    return String.valueOf(problem.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  private static String faces(int count) {
    return count == 0 ? "no face, unedited" : count == 1 ? "1 face" : count + " faces";
  }

  long count(Status status) {
    return outcomes.stream().filter(o -> o.status() == status).count();
  }

  /** One line. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%d photos: %d written, %d up to date, %d without a face, %d failed, in %.1f s",
        order.photos().size(),
        count(Status.DONE),
        count(Status.UP_TO_DATE),
        count(Status.NO_FACE),
        count(Status.FAILED),
        (System.nanoTime() - began) / 1e9);
  }

  /**
   * Writes the report, whole or not at all.
   *
   * @throws Problem if it cannot be written
   */
  void write(Path file) {
    try {
      WholeFile.write(file, (Json.line(report()) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Problem(file + " cannot be written: choose another --report", e);
    }
  }

  private Report report() {
    return new Report(
        smile.strength(),
        smile.parts(),
        order.model(),
        order.out().toString(),
        order.photos().size(),
        count(Status.DONE),
        count(Status.UP_TO_DATE),
        count(Status.NO_FACE),
        count(Status.FAILED),
        outcomes.stream().map(Line::of).toList());
  }

  /** What {@code --report} writes; its names are part of the interface. */
  record Report(
      double smile,
      SmileParts parts,
      String model,
      String out,
      int photos,
      long done,
      long upToDate,
      long noFace,
      long failed,
      List<Line> outcomes) {}

  /** One photo of it. */
  record Line(
      String photo, String status, @Nullable String out, int faces, @Nullable String problem) {

    static Line of(BatchOutcome o) {
      return new Line(
          o.photo().toString(),
          o.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          o.out() == null ? null : o.out().toString(),
          o.faces(),
          o.problem() == null ? null : o.problem().getMessage());
    }
  }
}
