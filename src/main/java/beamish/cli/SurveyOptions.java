package beamish.cli;

import beamish.codec.PhotoFormat;
import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.training.EditSource;
import beamish.training.PairSet;
import beamish.training.PhotoFigures;
import beamish.training.PhotoSheet;
import beamish.training.PhotoSurvey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code beamish evaluate} for photos without a counterpart. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SurveyOptions {
  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Photos without a counterpart: mouth width and sharpness of each.")
  private @Nullable Path photos;

  @Option(
      names = "--photos-sheet",
      paramLabel = "FILE",
      description = "Their faces at -1, 0, .7 and 1.3, as PNG or JPEG.")
  private @Nullable Path sheet;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean given() {
    return photos != null;
  }

  /** Finds what makes no sense before anything takes time. */
  void check() {
    if (sheet != null) {
      if (photos == null) {
        throw new ParameterException(spec.commandLine(), "--photos-sheet: give --photos too");
      }
      PictureFile.format(sheet, spec);
    }
  }

  /** Measures them, and writes their sheet; null without {@code --photos}. */
  @Nullable PhotoFigures measure(
      Studio studio, EditSource source, FaceFinder finder, Cancellation cancellation) {
    if (photos == null) {
      return null;
    }
    PhotoSheet faces = new PhotoSheet();
    List<Path> files = PairSet.photos(photos);
    PhotoFigures figures =
        new PhotoSurvey(source, finder)
            .run(
                files,
                p -> studio.reader().read(p).pixels(),
                (picture, strength) -> {
                  if (sheet != null && PhotoSheet.STRENGTHS.contains(strength)) {
                    faces.add(picture);
                  }
                },
                cancellation,
                (fraction, what) -> {});
    if (sheet != null && !faces.isEmpty()) {
      PhotoFormat format = PictureFile.format(sheet, spec);
      PictureFile.write(studio, faces.picture(), sheet, format);
    }
    return figures;
  }

  /** Tells where the sheet lies. */
  void tell(EvaluateReport report, PrintWriter out) {
    if (sheet != null && report.photos() != null && report.photos().found() > 0) {
      out.println("photos sheet: " + sheet);
    }
  }
}
