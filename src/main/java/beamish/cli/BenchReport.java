package beamish.cli;

import beamish.training.TrainingSpeed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@code beamish bench --json} prints; its names are part of the interface. Times in the unit
 * that their names say.
 *
 * @param slider that moves one face in a view as large as the largest preview
 * @param group the same for all faces of a photo of several at once
 * @param fitted the slider that moves one face of a photo as the window shows it when it opens
 * @param startSeconds from the start of the program to its window on the screen, the median
 * @param hugePanMs from a move over a huge photo at 100 % to the screen that shows it, the median
 * @param hugeZoomMs the same of a step out or in
 * @param hugePeakGigabytes the most memory, of all kinds, that a window on a huge photo took
 * @param exportRatio (render + write of an open photo, plus its decode) / (decode + write)
 * @param exportWholeJobRatio the same with finding and encoding the face in the numerator
 * @param exportSaveRatio (render + write) / write
 */
record BenchReport(
    String photo,
    BenchCommand.Machine machine,
    Slider slider,
    Slider group,
    Slider fitted,
    double startSeconds,
    double hugeMegapixels,
    double hugeOpenSeconds,
    double hugePanMs,
    double hugePanP95Ms,
    double hugeZoomMs,
    double hugeZoomP95Ms,
    double hugePeakGigabytes,
    int largeWidth,
    int largeHeight,
    int largeFaces,
    double openSeconds,
    double readSeconds,
    double settleSeconds,
    double renderSeconds,
    double writeSeconds,
    double plainWriteSeconds,
    double exportRatio,
    double exportWholeJobRatio,
    double exportSaveRatio,
    double trainingCropsPerSecond,
    double trainingIdealCropsPerSecond,
    double trainingRatio) {

  private static final Aim ONE_FACE = new Aim(33, " ms (p95)");
  private static final Aim FIVE_FACES = new Aim(50, " ms (p95)");
  private static final Aim OPEN = new Aim(1, " s");
  private static final Aim EXPORT = new Aim(1.3, "");
  private static final Aim START = new Aim(2, " s");
  private static final Aim HUGE = new Aim(1.5, " GB");

  /** The slider's figures: medians, and for the whole the 95th percentile. */
  record Slider(
      String screen,
      int previewEdge,
      int faces,
      int moves,
      double medianMs,
      double p95Ms,
      double dotMedianMs,
      double dotP95Ms,
      double decodeMs,
      double pasteMs,
      double convertMs) {

    static Slider of(SliderTimes times) {
      Timings painted = Timings.of(times.painted());
      Timings dots = Timings.of(times.dots());
      return new Slider(
          times.screen(),
          times.previewEdge(),
          times.faces(),
          times.painted().size(),
          painted.median(),
          painted.p95(),
          dots.median(),
          dots.p95(),
          Timings.of(times.decode()).median(),
          Timings.of(times.paste()).median(),
          Timings.of(times.convert()).median());
    }

    /** The figures, held against what they should be in a large view. */
    String judged() {
      return text() + (faces == 1 ? ONE_FACE : FIVE_FACES).judge(p95Ms);
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "slider    %.1f ms from move to painted %d px preview of %s (median; p95 %.1f ms; %d"
              + " moves; %s); alone: networks %.1f, paste-back %.1f, conversion %.1f ms;"
              + " the window itself, for a single pixel, %.1f ms (p95 %.1f ms)",
          medianMs,
          previewEdge,
          faces == 1 ? "1 face" : faces + " faces at once",
          p95Ms,
          moves,
          screen,
          decodeMs,
          pasteMs,
          convertMs,
          dotMedianMs,
          dotP95Ms);
    }
  }

  static BenchReport of(
      Path photo,
      BenchCommand.Machine machine,
      List<Slider> sliders,
      List<WindowTimes> starts,
      Huge huge,
      PhotoTrial.Times large,
      TrainingSpeed training) {
    return new BenchReport(
        photo.toString(),
        machine,
        sliders.get(0),
        sliders.get(1),
        sliders.get(2),
        start(starts),
        huge.megapixels(),
        huge.times().editable(),
        huge.panned().median(),
        huge.panned().p95(),
        huge.zoomed().median(),
        huge.zoomed().p95(),
        huge.times().peakGigabytes(),
        large.width(),
        large.height(),
        large.faces(),
        large.editable(),
        large.read(),
        large.settle(),
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
            + " preview %.2f; median of %d)%s",
        t.editable(),
        t.width(),
        t.height(),
        t.faces(),
        t.faces() == 1 ? "face" : "faces",
        t.read(),
        t.open(),
        PhotoTrial.ROUNDS,
        OPEN.judge(t.editable()));
  }

  /**
   * A window on a huge photo.
   *
   * @param megapixels of the photo
   */
  record Huge(double megapixels, WindowTimes times) {

    private Timings panned() {
      return Timings.of(times.panned());
    }

    private Timings zoomed() {
      return Timings.of(times.zoomed());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "huge      %.2f GB at most (heap, native memory and code) to open %.0f megapixels in a"
              + " window, in %.2f s, by the %s, and move about in it: %.1f ms a move panned at"
              + " 100 %% (median; p95 %.1f ms), %.1f ms a step zoomed (p95 %.1f ms)%s",
          times.peakGigabytes(),
          megapixels,
          times.editable(),
          times.by(),
          panned().median(),
          panned().p95(),
          zoomed().median(),
          zoomed().p95(),
          HUGE.judge(times.peakGigabytes()));
    }
  }

  private static double start(List<WindowTimes> starts) {
    return Timings.of(starts.stream().map(WindowTimes::shown).toList()).median();
  }

  static String starting(List<WindowTimes> starts) {
    return String.format(
        Locale.ROOT,
        "start     %.2f s from the program's start to its window, by the %s (median of %d)%s",
        start(starts),
        starts.get(0).by(),
        starts.size(),
        START.judge(start(starts)));
  }

  static String export(PhotoTrial.Times t) {
    return String.format(
        Locale.ROOT,
        "export    %.2f = (render %.2f s + write %.2f s of an open photo that the preview shows"
            + " exactly, once the slider has rested for %.2f s, plus its decode %.2f s)"
            + " / (decode + write %.2f s); %.2f with finding and encoding the face and that rest;"
            + " %.2f = (render + write) / write; medians of %d%s",
        t.exportRatio(),
        t.render(),
        t.writeEdited(),
        t.settle(),
        t.read(),
        t.writePlain(),
        t.jobRatio(),
        t.saveRatio(),
        PhotoTrial.ROUNDS,
        EXPORT.judge(t.exportRatio()));
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
