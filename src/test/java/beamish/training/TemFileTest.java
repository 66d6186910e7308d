package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.image.Point;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemFileTest {
  @Test
  void readsAsManyPointsAsPromised(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.tem");
    Files.writeString(file, "2\n1.5\t2\n3 4\n1\n0\n2\n");
    assertThat(TemFile.read(file)).containsExactly(new Point(1.5, 2), new Point(3, 4));
  }

  @Test
  void namesAFileThatIsNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("b.tem");
    Files.writeString(file, "3\n1 2\n");
    assertThatThrownBy(() -> TemFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("b.tem");
  }
}
