package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.edit.project.Keeping;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.ImageModel;
import beamish.fake.DrawnFaces;
import beamish.fake.FakeFinder;
import beamish.fake.SmallRecipes;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.Publication;
import beamish.training.recipe.FaceSet;
import beamish.training.recipe.Kit;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.RecipeTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every recipe's model in the window, with the expressions it was taught. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class RecipeModelsTest extends Journey {
  private static final List<String> EXPRESSIONS = List.of("neutral", "happy", "angry");

  @TempDir static Path models;

  @BeforeAll
  static void trainEach() throws IOException {
    FaceSet faces = DrawnFaces.set(4, EXPRESSIONS);
    for (RecipeKind kind : RecipeKind.ALL) {
      Kit kit = SmallRecipes.kit(kind, 1, EXPRESSIONS.size(), Map.of("rate", ".001"));
      Path folder = models.resolve(kind.label());
      RecipeTraining training =
          new RecipeTraining(kind, kit, faces, new FaceSet(EXPRESSIONS, List.of()), folder);
      SmallRecipes.train(training, 8);
      training.publish(folder, kind.label(), "Apache-2.0", List.of("drawn"));
      lengthen(folder);
    }
  }

  /** After so few steps, codes hardly differ: what they lead to would be less than one level. */
  private static void lengthen(Path folder) throws IOException {
    ModelManifest manifest = new ModelStore(List.of(models), Map.of()).manifest(folder.toString());
    Path weights = folder.resolve(manifest.weights());
    List<Tensor> tensors = new ArrayList<>();
    SafeTensors.read(weights)
        .forEach(
            (name, tensor) -> {
              float[] data = tensor.data().clone();
              for (int i = 0; name.startsWith(ImageModel.DIRECTION) && i < data.length; i++) {
                data[i] *= 100;
              }
              tensors.add(new Tensor(name, tensor.shape(), data));
            });
    Publication.publish(
        folder,
        manifest.title(),
        manifest.architecture(),
        manifest.cropSize(),
        manifest.strengthScale(),
        manifest.licence(),
        manifest.data(),
        manifest.training(),
        tensors,
        manifest.recipe());
  }

  @Start
  void start(Stage first) {
    stage = first;
    faces = List.of(FakeFinder.face(300, 150, 90));
    ModelStore store =
        new ModelStore(List.of(models), Map.of(ImageModel.ARCHITECTURE, ImageModel::new));
    window = new BeamishWindow(stage, studio(store), Keeping.nothing(), List.of(photo("a.png")));
    stage.setWidth(1000);
    stage.setHeight(800);
    window.show();
  }

  @Test
  void eachIsChosenInTheMenuAndMovedByTheSlider(FxRobot robot) throws Exception {
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-1").tryQuery().isPresent());
    int[] photo = shown();
    for (RecipeKind kind : RecipeKind.ALL) {
      MenuItem item = modelItem(robot, kind.label());
      afterwards(robot, item::fire);
      assertThat(shown()).as("untouched").isEqualTo(photo);
      ChoiceBox<String> choice = expressions(robot);
      assertThat(choice.isVisible()).isTrue();
      assertThat(choice.getItems()).as(kind.label()).containsExactly("happy", "angry");
      assertThat(choice.getValue()).isEqualTo("happy");
      assertThat(choice.getConverter().toString("angry")).isEqualTo("Angry");
      assertThat(robot.lookup(".presets").query().isVisible()).isTrue();
      robot.interact(() -> window.editor().adjust(1));
      awaitChange(kind.label(), photo);
      int[] happy = shown();

      afterwards(robot, () -> choice.setValue("angry"));
      awaitChange(kind.label(), photo);
      awaitChange(kind.label() + ", angry", happy);
      assertThat(window.editor().strength()).isEqualTo(1);
      assertThat(choice.getValue()).isEqualTo("angry");
      assertThat(modelItem(robot, kind.label())).matches(i -> ((RadioMenuItem) i).isSelected());
      assertThat(robot.lookup(".presets").query().isVisible()).isFalse();
      robot.interact(() -> window.editor().resetAll());
      await().atMost(PATIENCE).until(() -> Arrays.equals(shown(), photo));
    }
  }

  private void awaitChange(String of, int[] from) {
    await(of).atMost(PATIENCE).until(() -> !Arrays.equals(shown(), from));
  }

  @SuppressWarnings("unchecked") // the one choice of that id
  private static ChoiceBox<String> expressions(FxRobot robot) {
    return robot.lookup("#expression").queryAs(ChoiceBox.class);
  }

  /** The edit on the screen. */
  private int[] shown() throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              Image image = Objects.requireNonNull(window.photoPane().editedImageProperty().get());
              int width = (int) image.getWidth();
              int[] argb = new int[width * (int) image.getHeight()];
              image
                  .getPixelReader()
                  .getPixels(
                      0,
                      0,
                      width,
                      (int) image.getHeight(),
                      PixelFormat.getIntArgbPreInstance(),
                      argb,
                      0,
                      width);
              return argb;
            })
        .get(10, TimeUnit.SECONDS);
  }
}
