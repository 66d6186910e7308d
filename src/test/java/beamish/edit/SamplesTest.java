package beamish.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.ModelStore;
import beamish.expression.MouthWidening;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.Box;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, with the shipped model and finder, on the shipped samples. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SamplesTest {
  private static final PhotoReader READER = new PhotoReader();
  private static final PhotoWriter WRITER = new PhotoWriter();

  private static FaceFinder finder;
  private static ExpressionModel model;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    ModelStore store =
        new ModelStore(
            List.of(Path.of("models")), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
    finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
    model = store.open(store.defaultId());
  }

  @AfterAll
  static void close() {
    finder.close();
    model.close();
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/samples"))) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList().stream();
    }
  }

  /** The same picture with 16 bits, the lower ones filled too. */
  private static Photo deep(Photo photo) {
    PixelImage p = photo.pixels();
    byte[] from = p.samples8();
    short[] to = new short[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = (short) ((from[i] & 0xff) * 257 - i % 97);
    }
    return new Photo(
        photo.source(), PixelImage.of16(p.width(), p.height(), p.channels(), to), photo.metadata());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void strengthZeroIsTheSamePhotoAndAnEditStaysInItsCrop(Path sample) {
    Photo eight = READER.read(sample);
    for (Photo photo : List.of(eight, deep(eight))) {
      OpenPhoto open = OpenPhoto.open(photo, finder, model, 800, new Cancellation(), Progress.NONE);
      assertThat(open.faces()).hasSize(sample.toString().contains("group") ? 3 : 1);
      SmileSettings zero = SmileSettings.NONE;
      SmileSettings one = SmileSettings.NONE;
      for (int i = 0; i < open.faces().size(); i++) {
        zero = zero.with(i, 0);
        one = one.with(i, 1);
      }
      Path out = folder.resolve("zero.png");
      WRITER.write(
          photo,
          open.render(zero, new Cancellation(), Progress.NONE),
          out,
          new ExportSettings(PhotoFormat.PNG, 1, false));
      assertThat(READER.read(out).pixels().hasSamePixels(photo.pixels())).isTrue();
      assertStaysInside(open, open.render(one, new Cancellation(), Progress.NONE));
    }
  }

  /** How much farther apart an edit of 1.3 moves the outer edges of the lips, crop widths. */
  private static double parting(PixelImage photo, DetectedFace face) {
    AlignedCrop crop = AlignedCrop.cut(photo, face.landmarks(), model.cropSize());
    FloatImage flow = model.decode(model.encode(crop), 1.3).flow();
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    Point upper = toCrop.apply(face.points().get(11));
    Point lower = toCrop.apply(face.points().get(12));
    double after = MouthWidening.moved(flow, lower).y() - MouthWidening.moved(flow, upper).y();
    return after - (lower.y() - upper.y());
  }

  @ParameterizedTest
  @ValueSource(strings = {"portrait-1.jpg", "validation-average.jpg"})
  void aSmileWithTeethIsNotTornOpenFurther(String sample) {
    Photo photo = READER.read(Path.of("assets/samples", sample));
    OpenPhoto open = OpenPhoto.open(photo, finder, model, 800, new Cancellation(), Progress.NONE);
    PixelImage smile =
        open.render(SmileSettings.NONE.with(0, 1.3), new Cancellation(), Progress.NONE);
    DetectedFace closed = finder.find(photo.pixels(), new Cancellation()).get(0);
    DetectedFace parted = finder.find(smile, new Cancellation()).get(0);
    double further = parting(photo.pixels(), closed);
    assertThat(further).isGreaterThan(.01);
    assertThat(parting(smile, parted)).isLessThan(further / 3);
  }

  @Test
  void aBlackAndWhitePhotoSmilesWithTeethAndStaysBlackAndWhite() {
    PixelImage colour = READER.read(Path.of("assets/samples/portrait-1.jpg")).pixels();
    byte[] grey = colour.samples8();
    for (int i = 0; i < grey.length; i += 3) {
      int light =
          (299 * (grey[i] & 0xff) + 587 * (grey[i + 1] & 0xff) + 114 * (grey[i + 2] & 0xff)) / 1000;
      Arrays.fill(grey, i, i + 3, (byte) light);
    }
    PixelImage photo = PixelImage.of8(colour.width(), colour.height(), 3, grey);
    DetectedFace face = finder.find(photo, new Cancellation()).get(0);
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    LatentCode code = model.encode(AlignedCrop.cut(photo, face.landmarks(), model.cropSize()));
    for (double strength : List.of(-1., .6, 1.3)) {
      ExpressionEdit edit = model.decode(code, strength);
      PixelImage edited = photo.copy();
      PasteBack.apply(photo, toCrop, edit, edited);
      assertThat(edited.hasSamePixels(photo)).isFalse();
      byte[] samples = edited.samples8();
      for (int i = 0; i < samples.length; i += 3) {
        if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2]) {
          fail("pixel " + i / 3 + " has a colour at " + strength);
        }
      }
    }
    FloatImage teeth = model.decode(code, 1.3).mouthAlpha();
    float most = 0;
    for (float a : teeth.data()) {
      most = Math.max(most, a);
    }
    assertThat(most).isGreaterThan(.95f);
  }

  private static void assertStaysInside(OpenPhoto open, PixelImage edited) {
    PixelImage photo = open.photo().pixels();
    int outside = 0;
    int changed = 0;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        boolean same =
            edited.sample(x, y, 0) == photo.sample(x, y, 0)
                && edited.sample(x, y, 1) == photo.sample(x, y, 1)
                && edited.sample(x, y, 2) == photo.sample(x, y, 2);
        if (!same) {
          changed++;
          outside += insideAny(open, new Point(x + .5, y + .5)) ? 0 : 1;
        }
      }
    }
    assertThat(outside).isZero();
    assertThat(changed).isGreaterThan(10_000);
  }

  private static boolean insideAny(OpenPhoto open, Point p) {
    for (int i = 0; i < open.faces().size(); i++) {
      Box area = open.editedArea(i);
      if (area.contains(p)) {
        return true;
      }
    }
    return false;
  }
}
