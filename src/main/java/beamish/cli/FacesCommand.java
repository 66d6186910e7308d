package beamish.cli;

import beamish.codec.Photo;
import beamish.expression.SmileLevel;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.Box;
import beamish.image.Point;
import beamish.job.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beamish faces PHOTO...}: where the faces are, in pixels of the upright photo. */
@Command(
    name = "faces",
    mixinStandardHelpOptions = true,
    description =
        "Lists the faces of photos from left to right: box, pupils, mouth corners, score, in"
            + " pixels of the upright photo, and how much each smiles.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FacesCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "Photos to look at.")
  private List<Path> photos = List.of();

  @Option(names = "--json", description = "One JSON object a photo, each on a line of its own.")
  private boolean json;

  @Spec
  private @SuppressWarnings("NullAway.Init") CommandSpec spec;

  FacesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    return ModelWork.run(
        desk.studio(),
        spec.commandLine(),
        cancellation -> {
          int worst = ExitCode.DONE;
          try (FaceFinder finder = desk.studio().finders().get()) {
            for (Path path : photos) {
              cancellation.check();
              try {
                Photo photo = desk.studio().reader().read(path);
                List<DetectedFace> faces = finder.find(photo.pixels(), cancellation);
                print(path, photo, faces);
                if (faces.isEmpty()) {
                  throw ApplyCommand.noFace(path);
                }
              } catch (Problem problem) {
                worst = Complaint.tell(problem, spec.commandLine());
              }
            }
          }
          return worst;
        });
  }

  private void print(Path path, Photo photo, List<DetectedFace> faces) {
    PrintWriter out = spec.commandLine().getOut();
    int width = photo.pixels().width();
    int height = photo.pixels().height();
    List<FoundFace> found = new ArrayList<>();
    for (DetectedFace face : faces) {
      found.add(
          new FoundFace(
              found.size() + 1,
              face.box(),
              face.landmarks(),
              face.yawDegrees(),
              face.score(),
              SmileLevel.of(photo.pixels(), face.landmarks())));
    }
    if (json) {
      out.println(Json.line(new PhotoFaces(path.toString(), width, height, found)));
    } else if (!found.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%s: %d %s in %dx%d%n",
          path,
          found.size(),
          found.size() == 1 ? "face" : "faces",
          width,
          height);
      found.forEach(face -> out.println(face.text()));
    }
    out.flush();
  }

  /** What {@code --json} prints of a photo; its names are part of the interface. */
  record PhotoFaces(String photo, int width, int height, List<FoundFace> faces) {}

  /** What {@code --json} prints of a face. */
  record FoundFace(int face, Box box, Landmarks landmarks, double yaw, double score, double smile) {

    String text() {
      return String.format(
          Locale.ROOT,
          "%3d  box %.0f,%.0f %.0fx%.0f  eyes %s %s  mouth %s %s  yaw %d  score %.2f  smile %d%% (%s)",
          face,
          box.x(),
          box.y(),
          box.width(),
          box.height(),
          text(landmarks.leftEye()),
          text(landmarks.rightEye()),
          text(landmarks.leftMouth()),
          text(landmarks.rightMouth()),
          Math.round(yaw),
          score,
          Math.round(smile * 100),
          word());
    }

    private String word() {
      return switch (SmileLevel.word(smile)) {
        case NEUTRAL -> "neutral";
        case SLIGHT -> "slight smile";
        case SMILING -> "smiling";
        case LAUGHING -> "laughing";
      };
    }

    private static String text(Point p) {
      return String.format(Locale.ROOT, "%.1f,%.1f", p.x(), p.y());
    }
  }
}
