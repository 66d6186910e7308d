package beamish.expression.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.KnownFaces;
import beamish.expression.LatentCode;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.TeethPicture;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Problem;
import beamish.paste.PasteBack;
import beamish.tensor.Tensor;
import beamish.training.Publication;
import beamish.training.dl4j.GeneratorTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every expression model keeps, shown on one with untrained weights. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class BeamishModelTest {
  @TempDir static Path root;
  private static ModelStore store;

  @BeforeAll
  static void publish() throws IOException {
    publish("untrained", 3);
    store = new ModelStore(List.of(root), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
  }

  private static void publish(String id, long seed) throws IOException {
    publish(id, new GeneratorTrainer(1, seed).weights());
  }

  private static void publish(String id, List<Tensor> weights) throws IOException {
    Publication.publish(
        root.resolve(id),
        id,
        BeamishModel.ARCHITECTURE,
        EditGeometry.CROP,
        StrengthScale.PLAIN,
        "Apache-2.0",
        List.of(),
        Map.of(),
        weights);
  }

  private static PixelImage noise(int depth) {
    Random random = new Random(5);
    int w = 300;
    int h = 260;
    byte[] b = new byte[w * h * 3];
    random.nextBytes(b);
    if (depth == 8) {
      return PixelImage.of8(w, h, 3, b);
    }
    short[] s = new short[b.length];
    for (int i = 0; i < s.length; i++) {
      s[i] = (short) random.nextInt(65536);
    }
    return PixelImage.of16(w, h, 3, s);
  }

  /** The crop spans 200 px and starts at (40, 30). */
  private static final Landmarks FACE = FakeFinder.face(140, 102, 72).landmarks();

  private static final Similarity TO_CROP = CropTemplate.photoToCrop(FACE);

  @Test
  void aMirroredFaceGetsTheMirroredEdit() {
    AlignedCrop crop = AlignedCrop.cut(noise(8), FACE, EditGeometry.CROP);
    Landmarks face = crop.landmarks();
    AlignedCrop turned =
        new AlignedCrop(
            mirrored(crop.pixels()),
            new Landmarks(
                mirrored(face.rightEye()),
                mirrored(face.leftEye()),
                mirrored(face.rightMouth()),
                mirrored(face.leftMouth())));
    try (ExpressionModel model = store.open("untrained")) {
      ExpressionEdit edit = model.decode(model.encode(crop), 1);
      ExpressionEdit other = model.decode(model.encode(turned), 1);
      FloatImage flow = mirrored(other.flow());
      float most = 0;
      for (int i = 0; i < flow.data().length; i++) {
        float back = i < flow.data().length / 2 ? -flow.data()[i] : flow.data()[i];
        assertThat(back).isCloseTo(edit.flow().data()[i], within(1e-4f));
        most = Math.max(most, Math.abs(back));
      }
      assertThat(most).isGreaterThan(1e-2f);
      assertThat(mirrored(other.mouthColour()).data())
          .usingComparatorWithPrecision(1e-3f)
          .containsExactly(edit.mouthColour().data());
    }
  }

  private static Point mirrored(Point p) {
    return new Point(1 - p.x(), p.y());
  }

  private static FloatImage mirrored(FloatImage image) {
    FloatImage turned = image.copy();
    Mirror.rows(image.data(), 0, image.data().length, image.width(), turned.data(), 0);
    return turned;
  }

  @Test
  void strengthZeroIsNoEditAtAll() {
    for (int depth : new int[] {8, 16}) {
      PixelImage photo = noise(depth);
      try (ExpressionModel model = store.open("untrained")) {
        LatentCode code = model.encode(AlignedCrop.cut(photo, FACE, model.cropSize()));
        ExpressionEdit edit = model.decode(code, 0);
        assertThat(edit.flow().data()).containsOnly(0);
        assertThat(edit.shading().data()).containsOnly(0);
        assertThat(edit.alpha().data()).containsOnly(0);
        assertThat(edit.mouthAlpha().data()).containsOnly(0);
        PixelImage edited = photo.copy();
        PasteBack.apply(photo, TO_CROP, edit, edited);
        assertThat(edited.hasSamePixels(photo)).isTrue();
      }
    }
  }

  @Test
  void anEditStaysWithinItsCrop() {
    for (int depth : new int[] {8, 16}) {
      PixelImage photo = noise(depth);
      PixelImage edited = photo.copy();
      try (ExpressionModel model = store.open("untrained")) {
        LatentCode code = model.encode(AlignedCrop.cut(photo, FACE, model.cropSize()));
        PasteBack.apply(photo, TO_CROP, model.decode(code, 1.5), edited);
      }
      int changed = 0;
      for (int y = 0; y < photo.height(); y++) {
        for (int x = 0; x < photo.width(); x++) {
          boolean inside = x >= 40 && x < 240 && y >= 30 && y < 230;
          boolean same = edited.sample(x, y, 1) == photo.sample(x, y, 1);
          assertThat(same || inside).isTrue();
          changed += same ? 0 : 1;
        }
      }
      assertThat(changed).isGreaterThan(1000);
    }
  }

  @Test
  void whoSmilesAlreadyHasLessFarToGo() {
    FloatImage skin = FloatImage.zeros(3, EditGeometry.CROP, EditGeometry.CROP);
    int plane = EditGeometry.CROP * EditGeometry.CROP;
    Arrays.fill(skin.data(), .5f);
    for (int i = 0; i < plane; i++) { // as many colours as a photo has that is not of one tone
      skin.data()[i] += .1f + .2f * i / plane;
      skin.data()[plane + i] += .1f * (i % EditGeometry.CROP) / EditGeometry.CROP;
    }
    Landmarks face = FACE.map(TO_CROP);
    Landmarks smiling =
        new Landmarks(face.leftEye(), face.rightEye(), new Point(.3, .64), new Point(.7, .64));
    try (ExpressionModel model = store.open("untrained")) {
      float[] half = model.decode(model.encode(new AlignedCrop(skin, face)), .55).flow().data();
      ExpressionEdit edit = model.decode(model.encode(new AlignedCrop(skin, smiling)), 1);
      assertThat(edit.flow().data()).usingComparatorWithPrecision(1e-6f).containsExactly(half);
      assertThat(half).isNotEqualTo(new float[half.length]);
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    PixelImage photo = noise(8);
    float[] first;
    try (ExpressionModel model = store.open("untrained")) {
      LatentCode code = model.encode(AlignedCrop.cut(photo, FACE, model.cropSize()));
      first = model.decode(code, .7).mouthColour().data();
      model.decode(code, -1);
      assertThat(model.decode(code, .7).mouthColour().data()).containsExactly(first);
    }
    try (ExpressionModel again = store.open("untrained")) {
      LatentCode code = again.encode(AlignedCrop.cut(photo, FACE, again.cropSize()));
      assertThat(again.decode(code, .7).mouthColour().data()).containsExactly(first);
    }
  }

  @Test
  void strangersAreLitHalfAsMuchAsFacesItWasTaught() throws IOException {
    List<Tensor> weights = new ArrayList<>(new GeneratorTrainer(1, 3).weights());
    weights.add(new TeethPicture(FloatImage.zeros(3, 96, 288)).tensor());
    publish("anybodys", weights);
    AlignedCrop crop = AlignedCrop.cut(noise(8), FACE, EditGeometry.CROP);
    float[] code;
    ExpressionEdit stranger;
    try (BeamishModel model = (BeamishModel) store.open("anybodys")) {
      code = model.latent(crop.pixels());
      stranger = model.decode(model.encode(crop), .5);
    }
    float[] spread = new float[code.length];
    Arrays.fill(spread, 1);
    weights.addAll(
        new KnownFaces(List.of(Optional.empty()), new float[][] {code}, spread).tensors());
    publish("own", weights);
    ExpressionEdit taught;
    try (ExpressionModel model = store.open("own")) {
      taught = model.decode(model.encode(crop), .5);
    }
    assertThat(stranger.flow().data()).isEqualTo(taught.flow().data());
    int darker = 0;
    for (int i = 0; i < 3 * EditGeometry.FIELD; i++) {
      int x = i / 3;
      float half = taught.shading().at(i % 3, x, 8) / 2;
      float shown = stranger.shading().at(i % 3, x, 8);
      assertThat(half).isNotZero();
      if (half < 0) {
        assertThat(shown).isCloseTo(half, within(1e-6f));
        darker++;
      } else {
        // what lightens is restrained a little further, see SkinShading.dim
        assertThat(shown).isBetween(.99f * half, half + 1e-6f);
      }
    }
    assertThat(darker).isBetween(1, 3 * EditGeometry.FIELD - 1);
    int mouth = (int) (.74 * EditGeometry.FIELD);
    assertThat(stranger.shading().at(0, EditGeometry.FIELD / 2, mouth))
        .isEqualTo(taught.shading().at(0, EditGeometry.FIELD / 2, mouth));
  }

  @Test
  void shapesAreAsTheManifestSays() {
    try (ExpressionModel model = store.open("untrained")) {
      assertThat(model.manifest().cropSize()).isEqualTo(model.cropSize());
      assertThat(model.manifest().tensors()).hasSizeGreaterThan(30);
      assertThatThrownBy(() -> model.encode(new AlignedCrop(FloatImage.zeros(3, 8, 8), FACE)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void damagedWeightsAreRefusedByName() throws IOException {
    publish("damaged", 4);
    Path weights = root.resolve("damaged/weights.safetensors");
    byte[] all = Files.readAllBytes(weights);
    all[all.length / 2] ^= 1;
    Files.write(weights, all);
    assertThatThrownBy(() -> store.open("damaged"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(weights.toString());
    assertThatThrownBy(() -> store.open("nobody"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("untrained");
  }
}
