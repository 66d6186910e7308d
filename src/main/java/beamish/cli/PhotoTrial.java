package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Times the opening and the export of a large photo, in a folder that is gone afterwards. */
final class PhotoTrial {
  private static final int PREVIEW_EDGE = 1600;

  /** Of all that is measured, whose medians are told. */
  static final int ROUNDS = 7;

  private static final int TICKS = 20;

  private final Studio studio;
  private final Cancellation cancellation;
  private final Timings read = new Timings();
  private final Timings open = new Timings();
  private final Timings settle = new Timings();
  private final Timings render = new Timings();
  private final Timings writeEdited = new Timings();
  private final Timings writePlain = new Timings();
  private int faces;

  private PhotoTrial(Studio studio, Cancellation cancellation) {
    this.studio = studio;
    this.cancellation = cancellation;
  }

  /**
   * What was measured; medians, in seconds. Model and finder were open already, as they are when a
   * user opens a photo.
   *
   * @param faces in the photo; one of them was edited
   * @param read the file into pixels
   * @param open pixels into faces, codes and preview
   * @param settle the exact preview, once the slider rests
   * @param render the edit that the preview shows, at full size
   * @param writeEdited the render into a file
   * @param writePlain the untouched pixels into a file
   */
  record Times(
      int width,
      int height,
      int faces,
      double read,
      double open,
      double settle,
      double render,
      double writeEdited,
      double writePlain) {

    /** From the file to an editable photo. */
    double editable() {
      return read + open;
    }

    /** An open photo's export and its decoding, by decoding and encoding. */
    double exportRatio() {
      return (render + writeEdited + read) / (read + writePlain);
    }

    /**
     * The whole job with finding and encoding the face and the preview, by decoding and encoding.
     */
    double jobRatio() {
      return (read + open + settle + render + writeEdited) / (read + writePlain);
    }

    /** An open photo's export by the encoding alone. */
    double saveRatio() {
      return (render + writeEdited) / writePlain;
    }
  }

  /**
   * Makes the large photo from {@code sample} and times it. On the model lane.
   *
   * @throws Problem if no face is found, or the temporary folder takes no file
   */
  static Times run(Studio studio, Path sample, int width, int height, Cancellation cancellation) {
    Path folder;
    try {
      folder = Files.createTempDirectory("beamish-bench");
    } catch (IOException e) {
      throw new Problem("no temporary folder can be made (" + e.getMessage() + ")", e);
    }
    Path large = folder.resolve("large.jpg");
    Path out = folder.resolve("out.jpg");
    try {
      LargePhoto.write(studio.reader().read(sample), width, height, 1, studio.writer(), large);
      PhotoTrial trial = new PhotoTrial(studio, cancellation);
      try (FaceFinder finder = studio.finders().get();
          ExpressionModel model = studio.models().open(studio.models().defaultId())) {
        for (int i = 0; i < ROUNDS; i++) {
          trial.round(sample, large, out, finder, model);
        }
      }
      return trial.times(width, height);
    } finally {
      delete(large);
      delete(out);
      delete(folder);
    }
  }

  private void round(Path sample, Path large, Path out, FaceFinder finder, ExpressionModel model) {
    cancellation.check();
    Photo photo = read.take(() -> studio.reader().read(large));
    OpenPhoto opened =
        open.take(
            () -> OpenPhoto.open(photo, finder, model, PREVIEW_EDGE, cancellation, Progress.NONE));
    faces = opened.faces().size();
    if (faces == 0) {
      throw ApplyCommand.noFace(sample);
    }
    SmileSettings smile = SmileSettings.NONE.with(0, 1);
    // as in a window: the slider moves before anybody exports, and comes to rest
    for (int tick = 1; tick <= TICKS; tick++) {
      opened.renderPreview(SmileSettings.NONE.with(0, tick / (TICKS + 1.0)));
    }
    settle.take(() -> opened.renderExactPreview(smile, cancellation));
    PixelImage edited = render.take(() -> opened.render(smile, cancellation, Progress.NONE));
    write(writeEdited, photo, edited, out);
    write(writePlain, photo, photo.pixels(), out);
  }

  private void write(Timings timings, Photo photo, PixelImage pixels, Path out) {
    cancellation.check();
    ExportSettings settings = new ExportSettings(PhotoFormat.JPEG, LargePhoto.QUALITY, false);
    timings.take(
        () -> {
          studio.writer().write(photo, pixels, out, settings);
          return out;
        });
    delete(out);
  }

  private Times times(int width, int height) {
    return new Times(
        width,
        height,
        faces,
        read.median(),
        open.median(),
        settle.median(),
        render.median(),
        writeEdited.median(),
        writePlain.median());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Problem(file + ": cannot be deleted; delete it by hand", e);
    }
  }
}
