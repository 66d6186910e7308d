package beamish.cli;

import beamish.codec.LoopFormat;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileLoop;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The animation of a smile that comes and goes. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoopOptions {
  @Option(
      names = "--loop",
      paramLabel = "FILE",
      description = "Writes an animation in which the smile comes and goes: .gif or .webp.")
  private @Nullable Path file;

  @Option(
      names = "--loop-area",
      paramLabel = "face|photo",
      defaultValue = "face",
      description = "What the animation shows; ${DEFAULT-VALUE} without it.")
  private String area;

  @Option(
      names = "--loop-size",
      paramLabel = "PX",
      defaultValue = "600",
      description = "The animation's long edge; ${DEFAULT-VALUE} without it.")
  private int size;

  boolean isWanted() {
    return file != null;
  }

  /**
   * Checks what was typed.
   *
   * @throws ParameterException if it makes no sense
   */
  void check(Path photo, CommandSpec spec) {
    if (file != null && LoopFormat.ofFileName(file).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--loop " + file + ": must end in .gif or .webp");
    }
    if (file != null && ExportOptions.isSame(file, photo)) {
      throw new ParameterException(
          spec.commandLine(), file + " is the photo itself: choose another --loop");
    }
    if (!area.equals("face") && !area.equals("photo")) {
      throw new ParameterException(
          spec.commandLine(), "--loop-area " + area + ": must be face or photo");
    }
    if (size < 16 || size > 4096) {
      throw new ParameterException(
          spec.commandLine(), "--loop-size " + size + ": must lie between 16 and 4096");
    }
  }

  /** Writes it where it is wanted, and says where; on the model lane. */
  @Nullable Path write(
      Studio studio, OpenPhoto open, SmileSettings edit, Cancellation cancellation) {
    if (file != null) {
      SmileLoop.Area shown = area.equals("face") ? SmileLoop.Area.FACE : SmileLoop.Area.PHOTO;
      List<PixelImage> steps =
          SmileLoop.render(open, edit, shown, size, cancellation, Progress.NONE);
      studio.writer().writeLoop(open.photo(), steps, file);
    }
    return file;
  }
}
