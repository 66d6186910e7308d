package beamish.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportFormTest {
  private static final Path FOLDER = Path.of("photos").toAbsolutePath();

  private static ExportForm form(String name) {
    return new ExportForm(FOLDER.resolve(name));
  }

  @Test
  void proposesANameBesideThePhoto() {
    assertThat(form("a.b.JPG").target()).isEqualTo(FOLDER.resolve("a.b-smile.JPG"));
    assertThat(form("a.b.JPG").formatProperty().get()).isEqualTo(PhotoFormat.JPEG);
    assertThat(form("scan.bmp").target()).isEqualTo(FOLDER.resolve("scan-smile.png"));
    assertThat(form("noending").target()).isEqualTo(FOLDER.resolve("noending-smile.png"));
  }

  @Test
  void theEndingFollowsTheFormat() {
    ExportForm form = form("a.jpg");
    form.formatProperty().set(PhotoFormat.TIFF);
    assertThat(form.target()).isEqualTo(FOLDER.resolve("a-smile.tif"));
  }

  @Test
  void theFormatFollowsTheEnding() {
    ExportForm form = form("a.jpg");
    form.fileProperty().set(FOLDER.resolve("b.webp").toString());
    assertThat(form.formatProperty().get()).isEqualTo(PhotoFormat.WEBP);
    assertThat(form.target()).isEqualTo(FOLDER.resolve("b.webp"));
  }

  @Test
  void addsAMissingEnding() {
    ExportForm form = form("a.jpg");
    form.fileProperty().set(FOLDER.resolve("b").toString());
    assertThat(form.target()).isEqualTo(FOLDER.resolve("b.jpg"));
    form.fileProperty().set("  ");
    assertThat(form.target()).isNull();
    form.fileProperty().set("relative.png");
    assertThat(form.target()).isNull();
  }
}
