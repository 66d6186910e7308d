package beamish.ui;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.face.CascadeFaceFinder;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.job.Lanes;
import beamish.ui.look.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The window with a toy finder and model, to look at: {@code ToyWindow [light|dark] PHOTO [x y
 * eyeDistance]...}; without positions the real finder looks for faces
 */
public final class ToyWindow {

  private ToyWindow() {}

  public static void main(String[] args) {
    Application.launch(Starter.class, args);
  }

  /** Kept apart so that the main class may be started from a class path. */
  public static final class Starter extends Application {
    private final Lanes lanes = new Lanes();

    @Override
    public void start(Stage stage) throws IOException {
      List<String> args = getParameters().getRaw();
      var faces = new ArrayList<DetectedFace>();
      for (int i = 2; i + 2 < args.size(); i += 3) {
        faces.add(
            FakeFinder.face(
                Double.parseDouble(args.get(i)),
                Double.parseDouble(args.get(i + 1)),
                Double.parseDouble(args.get(i + 2))));
      }
      Path models = Files.createTempDirectory("toy-models");
      FakeModels.install(models);
      BeamishWindow window =
          new BeamishWindow(
              stage,
              new Studio(
                  new PhotoReader(),
                  new PhotoWriter(),
                  () ->
                      faces.isEmpty()
                          ? new CascadeFaceFinder()
                          : new FakeFinder(faces.toArray(new DetectedFace[0])),
                  FakeModels.store(models),
                  lanes),
              Keeping.nothing(),
              args.size() < 2 ? List.of() : List.of(Path.of(args.get(1))));
      window.themeProperty().set("dark".equals(args.get(0)) ? Theme.DARK : Theme.LIGHT);
      window.show();
    }
  }
}
