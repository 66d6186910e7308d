package beamish.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class WindowMemoryTest {
  @TempDir Path folder;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final SimpleBooleanProperty outlines = new SimpleBooleanProperty(true);

  private Path file() {
    return folder.resolve("not/there/window.properties");
  }

  private Stage restored() {
    Stage stage = new Stage();
    WindowMemory.in(file()).restore(stage, theme, outlines);
    return stage;
  }

  private static Stage placed() {
    Stage stage = new Stage();
    stage.setX(30);
    stage.setY(40);
    stage.setWidth(700);
    stage.setHeight(500);
    return stage;
  }

  @Test
  void theWindowComesBackAsItWasLeft(FxRobot robot) {
    robot.interact(
        () -> {
          WindowMemory.in(file()).keep(placed(), Theme.DARK, false);
          Stage stage = restored();
          assertThat(stage.getX()).isEqualTo(30);
          assertThat(stage.getY()).isEqualTo(40);
          assertThat(stage.getWidth()).isEqualTo(700);
          assertThat(stage.getHeight()).isEqualTo(500);
          assertThat(stage.isMaximized()).isFalse();
          assertThat(theme.get()).isEqualTo(Theme.DARK);
          assertThat(outlines.get()).isFalse();
        });
  }

  @Test
  void aMaximisedWindowKeepsThePlaceToGoBackTo(FxRobot robot) {
    robot.interact(
        () -> {
          WindowMemory memory = WindowMemory.in(file());
          memory.keep(placed(), Theme.LIGHT, true);
          Stage large = new Stage();
          large.setWidth(5000);
          large.setHeight(4000);
          large.setMaximized(true);
          memory.keep(large, Theme.LIGHT, true);
          Stage stage = restored();
          assertThat(stage.isMaximized()).isTrue();
          assertThat(stage.getWidth()).isEqualTo(700);
        });
  }

  @Test
  void aPlaceOnNoScreenIsNotTaken(FxRobot robot) {
    robot.interact(
        () -> {
          Stage far = placed();
          far.setX(90_000);
          WindowMemory.in(file()).keep(far, Theme.DARK, true);
          assertThat(restored().getX()).isNotEqualTo(90_000);
          assertThat(theme.get()).isEqualTo(Theme.DARK);
        });
  }

  @Test
  void aDamagedFileChangesNothing(FxRobot robot) throws IOException {
    Files.createDirectories(file().getParent());
    for (String damaged : new String[] {"theme=DARK", "theme=no", "x=\\u00"}) {
      Files.writeString(file(), damaged);
      robot.interact(
          () -> {
            assertThat(restored().getWidth()).isNaN();
            assertThat(theme.get()).isEqualTo(Theme.SYSTEM);
            assertThat(outlines.get()).isTrue();
          });
    }
  }
}
