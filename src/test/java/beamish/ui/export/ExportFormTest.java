package beamish.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.ExportSettings;
import beamish.codec.MetadataChoice;
import beamish.codec.PhotoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFormTest {
  private static final Path FOLDER = Path.of("photos").toAbsolutePath();

  private static ExportForm form(String name) {
    return new ExportForm(FOLDER.resolve(name), ExportChoices.STANDARD, .5);
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

  @Test
  void theNameFollowsThePattern() {
    ExportForm form = form("a.JPG");
    form.nameProperty().set("{name} at {strength}");
    assertThat(form.target()).isEqualTo(FOLDER.resolve("a at 0.5.JPG"));
    form.nameProperty().set("../{name}");
    assertThat(form.nameUsableProperty().get()).isFalse();
    assertThat(form.target()).isEqualTo(FOLDER.resolve("a at 0.5.JPG"));
    form.fileProperty().set(FOLDER.resolveSibling("elsewhere").resolve("b.png").toString());
    form.nameProperty().set("{name}");
    assertThat(form.nameUsableProperty().get()).isTrue();
    assertThat(form.target()).isEqualTo(FOLDER.resolveSibling("elsewhere").resolve("a.png"));
  }

  @Test
  void theChoicesAreTheSettings() {
    ExportForm form = form("a.jpg");
    assertThat(form.settings()).isEqualTo(ExportSettings.of(PhotoFormat.JPEG));
    form.longEdgeProperty().set(1600);
    form.metadataProperty().set(MetadataChoice.NO_GPS);
    form.srgbProperty().set(true);
    form.markProperty().set(true);
    form.qualityProperty().set(.8);
    assertThat(form.settings())
        .isEqualTo(
            new ExportSettings(
                PhotoFormat.JPEG, .8, 1600, MetadataChoice.NO_GPS, true, true, false));
  }

  @Test
  void choicesAreRememberedBetweenRuns(@TempDir Path folder) {
    Path file = folder.resolve("not/there/export.properties");
    ExportForm form = form("a.jpg");
    form.longEdgeProperty().set(2048);
    form.metadataProperty().set(MetadataChoice.STRIP);
    form.nameProperty().set("{n} gr\u00fcn");
    form.markProperty().set(true);
    ExportMemory.in(file).keep(form.choices(), Runnable::run);

    ExportChoices read = ExportMemory.in(file).last();
    assertThat(read).isEqualTo(form.choices());
    assertThat(read.hasMore()).isTrue();
    ExportForm next = new ExportForm(FOLDER.resolve("b.png"), read, 1);
    assertThat(next.settings()).isEqualTo(form.settings().withFormat(PhotoFormat.PNG));
    assertThat(next.target()).isEqualTo(FOLDER.resolve("1 gr\u00fcn.png"));
    form.formatProperty().set(PhotoFormat.TIFF);
    assertThat(new ExportForm(FOLDER.resolve("b.png"), form.choices(), 1).target())
        .isEqualTo(FOLDER.resolve("1 gr\u00fcn.tif"));
  }

  @Test
  void aBrokenMemoryIsNone(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("export.properties"), "quality=much");
    assertThat(ExportMemory.in(file).last()).isEqualTo(ExportChoices.STANDARD);
  }

  @Test
  void sizesMayBeTyped() {
    SizeNames names = new SizeNames();
    for (int size : SizeNames.OFFERED) {
      assertThat(names.fromString(names.toString(size))).isEqualTo(size);
    }
    assertThat(names.fromString(" 1500 ")).isEqualTo(1500);
    assertThat(names.fromString("large")).isEqualTo(ExportSettings.OWN_SIZE);
    assertThat(names.fromString("99999999999")).isEqualTo(65_535);
  }
}
