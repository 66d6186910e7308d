package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.edit.BeforeAfter;
import beamish.edit.FaceSmile;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.expression.ExpressionModel;
import beamish.expression.SmileParts;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beamish apply PHOTO --smile S --out FILE}: edits a photo and writes the result. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Changes the smile in a photo and writes the result to a new file.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ApplyCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "PHOTO", description = "The photo to edit; it is never changed.")
  private Path photo;

  @Mixin private SmileOptions smile;

  @Option(
      names = "--face",
      paramLabel = "N|all",
      defaultValue = "all",
      description = "Which face, counted from the left; all without it.")
  private String face;

  @Mixin private ModelOptions model;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write: .jpg, .png, .tif or .webp.")
  private @Nullable Path out;

  @Option(
      names = "--before-after",
      paramLabel = "FILE",
      description = "Writes the photo and the result side by side in one picture.")
  private @Nullable Path beforeAfter;

  @Mixin private LoopOptions loop;

  @Mixin private ExportOptions export;

  @Option(names = "--json", description = "Says what was done as a line of JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  ApplyCommand(Desk desk) {
    this.desk = desk;
  }

  /** What to say of a photo in which nobody is found. */
  static Problem noFace(Path photo) {
    return new Problem(
        photo
            + ": no face found; choose a photo with a face turned to the camera and not too small");
  }

  @Override
  public Integer call() {
    FaceSmile wanted = smile.checked(spec);
    loop.check(photo, spec);
    ExportSettings result = out == null ? null : settings("--out", out);
    ExportSettings joined = beforeAfter == null ? null : settings("--before-after", beforeAfter);
    if (result == null && joined == null && !loop.isWanted()) {
      throw usage("Missing required option: '--out=FILE', '--before-after=FILE' or '--loop=FILE'");
    }
    @Nullable Integer number = checkedFace();
    return ModelWork.run(
        desk.studio(),
        spec.commandLine(),
        cancellation -> {
          Done done = apply(desk.studio(), wanted, result, joined, number, cancellation);
          PrintWriter stdout = spec.commandLine().getOut();
          stdout.println(json ? Json.line(done) : done.text());
          stdout.flush();
          return ExitCode.DONE;
        });
  }

  private Done apply(
      Studio studio,
      FaceSmile wanted,
      @Nullable ExportSettings result,
      @Nullable ExportSettings joined,
      @Nullable Integer number,
      Cancellation cancellation) {
    Photo read = studio.reader().read(photo);
    String id = model.id(studio.models());
    try (FaceFinder finder = studio.finders().get();
        ExpressionModel network = studio.models().open(id)) {
      // the preview is nobody's: at the photo's own size it costs nothing
      OpenPhoto open =
          OpenPhoto.open(read, finder, network, Integer.MAX_VALUE, cancellation, Progress.NONE);
      List<Integer> chosen = chosen(open.faces().size(), number);
      SmileSettings edit = SmileSettings.NONE;
      for (int one : chosen) {
        warnIfTurned(one, open.faces().get(one - 1));
        edit = edit.with(one - 1, wanted);
      }
      Path first = loop.write(studio, open, edit, cancellation);
      if (result != null || joined != null) {
        PixelImage edited = open.render(edit, cancellation, Progress.NONE);
        if (beforeAfter != null && joined != null) {
          BeforeAfter.write(studio.writer(), read, edited, beforeAfter, joined);
          first = beforeAfter;
        }
        if (out != null && result != null) {
          studio.writer().write(read, edited, out, result);
          first = out;
        }
      }
      return new Done(
          photo.toString(),
          String.valueOf(first),
          id,
          wanted.strength(),
          wanted.parts(),
          open.faces().size(),
          chosen);
    }
  }

  private void warnIfTurned(int number, DetectedFace face) {
    if (face.isTurned()) {
      Complaint.warn(
          String.format(
              Locale.ROOT,
              "%s: face %d is turned by about %.0f degrees; look at the result, it is best below %.0f",
              photo,
              number,
              Math.abs(face.yawDegrees()),
              DetectedFace.MOST_YAW),
          spec.commandLine());
    }
  }

  private List<Integer> chosen(int count, @Nullable Integer number) {
    if (count == 0) {
      throw noFace(photo);
    }
    if (number == null) {
      return IntStream.rangeClosed(1, count).boxed().toList();
    }
    if (number > count) {
      throw usage(
          photo
              + (count == 1 ? " has 1 face" : " has " + count + " faces, counted from the left")
              + ": there is no face "
              + number);
    }
    return List.of(number);
  }

  private ExportSettings settings(String option, Path file) {
    if (ExportOptions.isSame(file, photo)) {
      throw usage(
          file + " is the photo itself, which is never overwritten: choose another " + option);
    }
    PhotoFormat format =
        PhotoFormat.ofFileName(file)
            .orElseThrow(
                () -> usage(option + " " + file + ": must end in .jpg, .png, .tif or .webp"));
    return export.settings(format, spec);
  }

  private @Nullable Integer checkedFace() {
    if (face.equals("all")) {
      return null;
    }
    try {
      int number = Integer.parseInt(face);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw usage("--face " + face + ": must be 'all' or a number from 1");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** What {@code --json} prints; its names are part of the interface. */
  record Done(
      String photo,
      String out,
      String model,
      double smile,
      SmileParts parts,
      int found,
      List<Integer> faces) {

    String text() {
      return String.format(
          Locale.ROOT,
          "%s: smile %s on %s of %d, by %s",
          out,
          smile,
          faces.size() == 1 ? "face " + faces.get(0) : faces.size() + " faces",
          found,
          model);
    }
  }
}
