package beamish.cli;

import beamish.training.TrainingSpeed;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What {@code beamish bench --json} prints; its names are part of the interface. Times in the unit
 * that their names say.
 *
 * @param exportRatio (render + write of an open photo, plus its decode) / (decode + write)
 * @param exportWholeJobRatio the same with finding and encoding the face in the numerator
 * @param exportSaveRatio (render + write) / write
 */
record BenchReport(
    String photo,
    BenchCommand.Machine machine,
    Slider slider,
    int largeWidth,
    int largeHeight,
    int largeFaces,
    double openSeconds,
    double readSeconds,
    double renderSeconds,
    double writeSeconds,
    double plainWriteSeconds,
    double exportRatio,
    double exportWholeJobRatio,
    double exportSaveRatio,
    double trainingCropsPerSecond,
    double trainingIdealCropsPerSecond,
    double trainingRatio) {

  /** The slider's figures: medians, and for the whole the 95th percentile. */
  record Slider(
      String screen,
      int moves,
      double medianMs,
      double p95Ms,
      double decodeMs,
      double pasteMs,
      double convertMs) {

    static Slider of(SliderTimes times) {
      Timings painted = Timings.of(times.painted());
      return new Slider(
          times.screen(),
          times.painted().size(),
          painted.median(),
          painted.p95(),
          Timings.of(times.decode()).median(),
          Timings.of(times.paste()).median(),
          Timings.of(times.convert()).median());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "slider    %.1f ms from move to painted 1600 px preview (median; p95 %.1f ms; %d moves;"
              + " %s); alone: networks %.1f, paste-back %.1f, conversion %.1f ms",
          medianMs,
          p95Ms,
          moves,
          screen,
          decodeMs,
          pasteMs,
          convertMs);
    }
  }

  static BenchReport of(
      Path photo,
      BenchCommand.Machine machine,
      Slider slider,
      PhotoTrial.Times large,
      TrainingSpeed training) {
    return new BenchReport(
        photo.toString(),
        machine,
        slider,
        large.width(),
        large.height(),
        large.faces(),
        large.editable(),
        large.read(),
        large.render(),
        large.writeEdited(),
        large.writePlain(),
        large.exportRatio(),
        large.jobRatio(),
        large.saveRatio(),
        training.cropsPerSecond(),
        training.idealCropsPerSecond(),
        training.ratio());
  }

  static String opening(PhotoTrial.Times t) {
    return String.format(
        Locale.ROOT,
        "open      %.2f s from a %dx%d JPEG with %d %s to editable (read %.2f; find, encode and"
            + " preview %.2f; median of 3)",
        t.editable(),
        t.width(),
        t.height(),
        t.faces(),
        t.faces() == 1 ? "face" : "faces",
        t.read(),
        t.open());
  }

  static String export(PhotoTrial.Times t) {
    return String.format(
        Locale.ROOT,
        "export    %.2f = (render %.2f s + write %.2f s of an open photo, plus its decode %.2f s)"
            + " / (decode + write %.2f s); %.2f with finding and encoding the face; %.2f ="
            + " (render + write) / write; medians of 3",
        t.exportRatio(),
        t.render(),
        t.writeEdited(),
        t.read(),
        t.writePlain(),
        t.jobRatio(),
        t.saveRatio());
  }

  static String training(TrainingSpeed t) {
    return String.format(
        Locale.ROOT,
        "training  %.1f crops/s, batch 8; its convolutions alone %.1f crops/s, so %.2f times as"
            + " long as the ideal; without the critic",
        t.cropsPerSecond(),
        t.idealCropsPerSecond(),
        t.ratio());
  }
}
