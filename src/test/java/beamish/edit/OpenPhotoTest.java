package beamish.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.codec.Photo;
import beamish.codec.PhotoMetadata;
import beamish.expression.SmilePart;
import beamish.expression.SmileParts;
import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.AreaAverage;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPhotoTest {
  private final FakeModel model = new FakeModel();

  private OpenPhoto open(PixelImage pixels, DetectedFace... faces) {
    return OpenPhoto.open(
        new Photo(Path.of("a.png"), pixels, PhotoMetadata.NONE),
        new FakeFinder(faces),
        model,
        160,
        new Cancellation(),
        Progress.NONE);
  }

  private static PixelImage noise(int depth) {
    byte[] bytes = new byte[400 * 300 * 3];
    new Random(1).nextBytes(bytes);
    if (depth == 8) {
      return PixelImage.of8(400, 300, 3, bytes);
    }
    short[] shorts = new short[bytes.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) (bytes[i] * 257);
    }
    return PixelImage.of16(400, 300, 3, shorts);
  }

  private static PixelImage full(OpenPhoto open, SmileSettings settings) {
    return open.render(settings, new Cancellation(), Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void strengthZeroIsThePhoto(int depth) {
    PixelImage pixels = noise(depth);
    PixelImage untouched = pixels.copy();
    OpenPhoto open = open(pixels, FakeFinder.face(200, 120, 50));
    full(open, SmileSettings.NONE.with(0, 1));
    PixelImage rendered = full(open, SmileSettings.NONE.with(0, 1).with(0, 0));
    assertThat(rendered.hasSamePixels(untouched)).isTrue();
    assertThat(open.renderPreview(SmileSettings.NONE).hasSamePixels(open.preview())).isTrue();
  }

  @Test
  void takesAPhotoWithoutFaces() {
    PixelImage pixels = noise(8);
    OpenPhoto open = open(pixels);
    assertThat(open.faces()).isEmpty();
    assertThat(full(open, SmileSettings.NONE.with(0, 1)).hasSamePixels(pixels)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void changesOnlyTheEditedArea(int depth) {
    PixelImage pixels = noise(depth);
    OpenPhoto open = open(pixels, FakeFinder.face(200, 120, 50));
    PixelImage rendered = full(open, SmileSettings.NONE.with(0, 1));
    Box area = open.editedArea(0);
    int changed = 0;
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        if (pixels.sample(x, y, 0) != rendered.sample(x, y, 0)) {
          changed++;
          assertThat(area.contains(new Point(x + .5, y + .5))).isTrue();
        }
      }
    }
    assertThat(changed).isPositive();
  }

  @Test
  void bothEditsCountWhereCropsOverlap() {
    PixelImage photo = Pictures.waves(400, 300);
    OpenPhoto open = open(photo, FakeFinder.face(150, 120, 50), FakeFinder.face(200, 120, 50));
    PixelImage left = full(open, SmileSettings.NONE.with(0, 1));
    PixelImage right = full(open, SmileSettings.NONE.with(1, 1));
    PixelImage both = full(open, SmileSettings.NONE.with(0, 1).with(1, 1));
    int shared = 0;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        int p = photo.sample(x, y, 0);
        int byLeft = left.sample(x, y, 0) - p;
        int byRight = right.sample(x, y, 0) - p;
        shared += byLeft != 0 && byRight != 0 ? 1 : 0;
        assertThat(both.sample(x, y, 0) - p).isCloseTo(byLeft + byRight, within(1));
      }
    }
    assertThat(shared).isPositive();
  }

  @Test
  void decodesOnlyTheFaceThatMoved() {
    OpenPhoto open = open(noise(8), FakeFinder.face(100, 100, 40), FakeFinder.face(300, 100, 40));
    SmileSettings one = SmileSettings.NONE.with(0, .5);
    open.renderPreview(one.with(1, .1));
    open.renderPreview(one.with(1, .2));
    full(open, one.with(1, .2));
    assertThat(model.decodes).isEqualTo(3);
  }

  @Test
  void aFacePutElsewhereIsTheOnlyOneThatIsEncodedAgain() {
    OpenPhoto found = open(noise(8), FakeFinder.face(100, 100, 40), FakeFinder.face(300, 100, 40));
    Landmarks moved = FakeFinder.face(304, 100, 44).landmarks();
    Landmarks added = FakeFinder.face(200, 200, 50).landmarks();
    int before = model.encodes;
    OpenPhoto placed = found.placed(FacePlaces.NONE.with(1, moved).with(3, added));
    assertThat(model.encodes - before).isEqualTo(2);
    assertThat(placed.numbers()).containsExactly(0, 1, 3);
    assertThat(placed.face(1).landmarks()).isEqualTo(moved);
    assertThat(placed.found()).isEqualTo(found.faces());
    assertThat(placed.hasFace(2)).isFalse();

    SmileSettings third = SmileSettings.NONE.with(3, 1);
    assertThat(full(found, third).hasSamePixels(full(found, SmileSettings.NONE))).isTrue();
    PixelImage alone =
        full(open(noise(8), FakeFinder.face(200, 200, 50)), SmileSettings.NONE.with(0, 1));
    assertThat(full(placed, third).hasSamePixels(alone)).isTrue();

    OpenPhoto back = placed.placed(FacePlaces.NONE.with(3, added));
    assertThat(model.encodes - before).isEqualTo(4);
    assertThat(back.faces().subList(0, 2)).isEqualTo(found.faces());
  }

  @Test
  void aSmallerPreviewIsTheSameEditInFewerPixels() {
    OpenPhoto open = open(Pictures.waves(400, 300), FakeFinder.face(200, 120, 50));
    SmileSettings smile = SmileSettings.NONE.with(0, 1);
    PixelImage large = open.renderExactPreview(smile, new Cancellation());
    int decodes = model.decodes;

    OpenPhoto small = open.previewedAt(.2);
    PixelImage rendered = small.renderExactPreview(smile, new Cancellation());

    assertThat(small.previewScale()).isEqualTo(.2);
    assertThat(small.largestPreviewScale()).isEqualTo(.4);
    assertThat(rendered.width()).isEqualTo(80);
    assertThat(rendered.height()).isEqualTo(60);
    assertThat(small.editedPreviewArea(0).width())
        .isCloseTo(open.editedPreviewArea(0).width() / 2, within(2.));
    assertThat(model.decodes).as("the edit is known").isEqualTo(decodes);
    assertThat(rendered.hasSamePixels(small.preview())).isFalse();
    assertThat(full(small, smile).hasSamePixels(full(open, smile))).isTrue();

    OpenPhoto again = small.previewedAt(7);
    assertThat(again.previewScale()).isEqualTo(.4);
    assertThat(again.renderExactPreview(smile, new Cancellation()).hasSamePixels(large)).isTrue();
    assertThat(again.previewedAt(.4)).isSameAs(again);
    assertThat(small.placed(FacePlaces.NONE.with(0, FakeFinder.face(200, 130, 50).landmarks())))
        .returns(.2, OpenPhoto::previewScale);
  }

  @Test
  void aPartLooksTheSameUnlessAFaceInItChanges() {
    DetectedFace added = FakeFinder.face(300, 100, 40);
    OpenPhoto open =
        open(noise(8), FakeFinder.face(100, 100, 40))
            .placed(FacePlaces.NONE.with(3, added.landmarks()));
    Box right = new Box(290, 90, 20, 20);
    SmileSettings smile = SmileSettings.NONE.with(3, 1);
    SmileSettings teeth = smile.with(3, SmilePart.TEETH.in(SmileParts.NEUTRAL, .5));

    assertThat(open.looksSame(right, smile, smile)).isTrue();
    assertThat(open.looksSame(right, smile, smile.with(0, 1))).as("a face elsewhere").isTrue();
    assertThat(open.looksSame(right, smile, smile.with(3, .5))).as("an added face").isFalse();
    assertThat(open.looksSame(right, smile, teeth)).as("a part of its smile").isFalse();
  }

  @Test
  void averagesThePreview() {
    byte[] checks = new byte[400 * 300];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (byte) ((i % 400 + i / 400) % 2 == 0 ? 0 : 200);
    }
    OpenPhoto open =
        OpenPhoto.open(
            new Photo(Path.of("a.png"), PixelImage.of8(400, 300, 1, checks), PhotoMetadata.NONE),
            new FakeFinder(),
            model,
            200,
            new Cancellation(),
            Progress.NONE);
    assertThat(open.preview().width()).isEqualTo(200);
    assertThat(open.preview().height()).isEqualTo(150);
    assertThat(open.preview().sample(77, 33, 0)).isEqualTo(100);
    assertThat(open.previewScale()).isEqualTo(.5);
  }

  @Test
  void invisiblePixelsDoNotBleedIntoThePreview() {
    PixelImage pixels = PixelImage.of8(2, 1, 4, new byte[] {(byte) 200, 0, 0, -1, 0, 99, 0, 0});
    PixelImage small = AreaAverage.shrink(pixels, 1, 1);
    assertThat(small.sample(0, 0, 0)).isEqualTo(200);
    assertThat(small.sample(0, 0, 1)).isZero();
    assertThat(small.sample(0, 0, 3)).isEqualTo(128);
  }

  @Test
  void stopsWhenCancelled() {
    OpenPhoto open = open(noise(8), FakeFinder.face(200, 120, 50));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> open.render(SmileSettings.NONE.with(0, 1), cancelled, Progress.NONE))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aPreviewReadAheadNeedsNoDecodingAndIsNearlyTheExactOne() {
    OpenPhoto open = open(noise(8), FakeFinder.face(200, 120, 50));
    OpenPhoto ahead = open(noise(8), FakeFinder.face(200, 120, 50));
    int steps = 0;
    while (ahead.readAhead(0)) {
      steps++;
    }
    assertThat(steps).isEqualTo(21);
    for (double strength : new double[] {-1, -.33, .0625, .7, 1.45, 1.5}) {
      SmileSettings settings = SmileSettings.NONE.with(0, strength);
      int before = model.decodes;
      PixelImage blended = ahead.renderPreview(settings);
      assertThat(model.decodes).as("decodes for %s", strength).isEqualTo(before);
      PixelImage exact = open.renderPreview(settings);
      assertThat(levels(exact, blended)).as("levels at %s", strength).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aRehearsalIsATickThatChangesNothing() {
    OpenPhoto open = open(noise(8), FakeFinder.face(200, 120, 50));
    Box area = open.editedPreviewArea(0);
    PixelImage unedited =
        open.preview()
            .part((int) area.x(), (int) area.y(), (int) area.width(), (int) area.height());
    while (open.readAhead(0)) {
      // until all is there
    }
    int before = model.decodes;
    PixelImage rehearsed = open.rehearse(0, .7);
    assertThat(model.decodes).isEqualTo(before);
    PixelImage tick = open.renderPreview(SmileSettings.NONE.with(0, .7), area);
    assertThat(rehearsed).matches(tick::hasSamePixels, "the tick");
    assertThat(tick.hasSamePixels(unedited)).isFalse();
    open.rehearse(0, -.4);
    assertThat(open.renderPreview(SmileSettings.NONE, area)).matches(unedited::hasSamePixels);
  }

  @ParameterizedTest
  @EnumSource(SmilePart.class)
  void aPartMovedToAndFroNeedsFewDecodesAndIsNearlyTheExactOne(SmilePart part) {
    OpenPhoto moved = open(noise(8), FakeFinder.face(200, 120, 50));
    SmileSettings start = SmileSettings.NONE.with(0, .8);
    moved.renderPreview(start);
    int decodes = 0;
    for (int i = 0; i <= 50; i++) {
      double value = part.most() * (i <= 25 ? 25 - i : i - 25) / 25;
      SmileSettings settings = start.with(0, part.in(SmileParts.NEUTRAL, value));
      int before = model.decodes;
      PixelImage blended = moved.renderPreview(settings);
      decodes += model.decodes - before;
      PixelImage exact = exactPreview(settings);
      assertThat(levels(exact, blended)).as("levels at %s", value).isLessThanOrEqualTo(1);
    }
    assertThat(decodes).isLessThanOrEqualTo(13);
  }

  @Test
  void movingAnotherPartOrTheStrengthBeginsFromThere() {
    OpenPhoto moved = open(noise(8), FakeFinder.face(200, 120, 50));
    SmileParts eyes = SmileParts.NEUTRAL.withEyes(.3);
    List<SmileSettings> hand =
        List.of(
            SmileSettings.NONE.with(0, 1),
            SmileSettings.NONE.with(0, 1).with(0, eyes),
            SmileSettings.NONE.with(0, 1).with(0, eyes.withSymmetry(.7)),
            SmileSettings.NONE.with(0, -.5).with(0, eyes.withSymmetry(.7)),
            SmileSettings.NONE.with(0, -.5).with(0, eyes.withTeeth(.2)),
            SmileSettings.NONE.with(0, 1.5));
    for (SmileSettings settings : hand) {
      PixelImage exact = exactPreview(settings);
      assertThat(levels(exact, moved.renderPreview(settings)))
          .as("levels at %s", settings)
          .isLessThanOrEqualTo(1);
    }
  }

  /** As a photo just opened shows it, with nothing worked out to blend. */
  private PixelImage exactPreview(SmileSettings settings) {
    return open(noise(8), FakeFinder.face(200, 120, 50)).renderPreview(settings);
  }

  private static int levels(PixelImage a, PixelImage b) {
    int most = 0;
    for (int i = 0; i < a.samples8().length; i++) {
      most = Math.max(most, Math.abs((a.samples8()[i] & 0xff) - (b.samples8()[i] & 0xff)));
    }
    return most;
  }
}
