package beamish.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReplacedFileKeepsItsPermissions(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("private.jpg"), "before");
    for (String mode : new String[] {"rw-------", "rw-rw-r--"}) {
      Set<PosixFilePermission> own = PosixFilePermissions.fromString(mode);
      Files.setPosixFilePermissions(file, own);
      WholeFile.write(file, new byte[] {1});
      assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
    }
  }

  @Test
  void whatFailsLeavesWhatWasThere(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jpg"), "before");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("before");
    assertThat(folder.toFile().list()).containsExactly("a.jpg");
  }
}
