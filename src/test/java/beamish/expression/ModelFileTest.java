package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.fake.FakeModel;
import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models handed on as one file, by friends and by others. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class ModelFileTest {
  @TempDir Path folder;
  private Path file;
  private ModelStore store;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, byte[] bytes) {}

  @BeforeEach
  void aStoreAndAGoodFile() throws IOException {
    file = folder.resolve("given.beamish-model");
    store =
        new ModelStore(
            List.of(folder.resolve("shipped"), folder.resolve("own")),
            Map.of("toy", (manifest, weights) -> new FakeModel()));
    byte[] weights = weights(new Tensor("a.W", new int[] {2, 3}, new float[6]));
    entries.add(new Entry("manifest.json", json(manifest("anna", weights, List.of(2, 3)))));
    entries.add(new Entry("weights.safetensors", weights));
    entries.add(new Entry("MODEL_CARD.md", "# anna".getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] weights(Tensor... tensors) throws IOException {
    Path at = folder.resolve("w");
    SafeTensors.write(at, List.of(tensors), Map.of(), SafeTensors.Precision.F32);
    return Files.readAllBytes(at);
  }

  private static ModelManifest manifest(String id, byte[] weights, List<Integer> shape) {
    return new ModelManifest(
        id,
        "Anna's smile",
        "toy",
        new FakeModel().cropSize(),
        List.of(.32, .36, .68, .36),
        List.of(-1., 1.5),
        StrengthScale.PLAIN,
        "LicenseRef-own",
        List.of("5 pairs"),
        Map.of(),
        "weights.safetensors",
        ModelStore.sha256(weights),
        List.of(new ModelManifest.Tensor("a.W", shape, "IO", 0, 0)));
  }

  private static byte[] json(Object value) throws IOException {
    return new ObjectMapper().writeValueAsBytes(value);
  }

  private void replace(String name, byte[] bytes) {
    entries.replaceAll(e -> e.name.equals(name) ? new Entry(name, bytes) : e);
  }

  private void zip() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Entry e : entries) {
        zip.putNextEntry(new ZipEntry(e.name));
        zip.write(e.bytes);
        zip.closeEntry();
      }
    }
  }

  private String taken() throws IOException {
    zip();
    return new OwnModels(store).importFrom(file);
  }

  private void refusedBecause(String why) throws IOException {
    assertThatThrownBy(() -> new OwnModels(store).importFrom(file))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll(file.toString(), why);
    assertThat(store.list()).isEmpty();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(p -> p.getFileName().toString()))
          .containsOnly(folder.getFileName().toString(), "w", "given.beamish-model");
    }
  }

  @Test
  void aFriendsModelIsThereAtOnce() throws IOException {
    assertThat(taken()).isEqualTo("anna");
    assertThat(store.list()).singleElement().extracting(ModelManifest::id).isEqualTo("anna");
    assertThat(folder.resolve("own/anna/MODEL_CARD.md")).hasContent("# anna");
    assertThat(store.open("anna")).isInstanceOf(FakeModel.class);
  }

  @Test
  void theSameAgainIsNoSecond() throws IOException {
    assertThat(taken()).isEqualTo("anna");
    assertThat(taken()).isEqualTo("anna");
    assertThat(store.list()).hasSize(1);
  }

  @Test
  void anotherOfTheSameNameGetsAnotherName() throws IOException {
    assertThat(taken()).isEqualTo("anna");
    byte[] other = weights(new Tensor("a.W", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}));
    replace("weights.safetensors", other);
    replace("manifest.json", json(manifest("anna", other, List.of(2, 3))));
    assertThat(taken()).isEqualTo("anna-2");
    assertThat(store.list()).extracting(ModelManifest::id).containsExactly("anna", "anna-2");
  }

  @Test
  void aDrawnModelKeepsItsNetworksUnderAnotherName() throws IOException {
    byte[] weights = weights(new Tensor("a.W", new int[] {2, 3}, new float[6]));
    @SuppressWarnings("unchecked") // a record becomes names and values
    Map<String, Object> drawn =
        new ObjectMapper().convertValue(manifest("anna", weights, List.of(2, 3)), Map.class);
    drawn.put(
        "recipe",
        Map.of(
            "networks",
            Map.of("draw", "photo"),
            "expressions",
            List.of("neutral", "happy", "sad")));
    replace("manifest.json", json(drawn));
    ModelManifest taken = store.manifest(taken());
    assertThat(Objects.requireNonNull(taken.recipe()).networks()).containsOnlyKeys("draw");
    assertThat(taken.withId("b").titled("c").recipe()).isEqualTo(taken.recipe());
    assertThat(taken.targets()).containsExactly("happy", "sad");
    assertThat(taken.idTowards("happy")).isEqualTo("anna");
    assertThat(taken.idTowards("sad")).isEqualTo("anna:sad");
    assertThat(taken.isOpenedBy("anna:sad")).isTrue();
    assertThat(taken.isOpenedBy("anna:bored")).isFalse();

    drawn.put("recipe", Map.of("networks", Map.of("draw", "photo"), "expressions", List.of()));
    Files.write(folder.resolve("own/anna/manifest.json"), json(drawn));
    assertThat(store.list()).as("nothing to lead to").isEmpty();
  }

  @Test
  void whatIsExportedIsWhatIsImported() throws IOException {
    taken();
    Path out = folder.resolve("out.beamish-model");
    store.exportTo("anna", out);
    assertThat(ModelFile.read(out).manifest()).isEqualTo(store.manifest("anna"));
    assertThat(ModelFile.read(out).card()).isEqualTo("# anna");
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void anExportThatCannotBeWrittenSaysSo() throws IOException {
    taken();
    Path out = folder.resolve("nowhere/out.beamish-model");
    assertThatThrownBy(() -> store.exportTo("anna", out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(out.toString());
  }

  @Test
  void noWayOutOfTheFolder() throws IOException {
    entries.add(new Entry("../../evil.txt", new byte[] {1}));
    zip();
    refusedBecause("more than a model");
  }

  @Test
  void noOtherNames() throws IOException {
    entries.add(0, new Entry("coefficients.bin", new byte[] {1}));
    zip();
    refusedBecause("more than a model");
  }

  @Test
  void noFolders() throws IOException {
    entries.add(new Entry("anna/manifest.json", new byte[] {1}));
    zip();
    refusedBecause("more than a model");
  }

  @Test
  void anIdIsNoPath() throws IOException {
    for (String id : List.of("../anna", "/anna", "..", "a/b", "a\\b", "", ".anna")) {
      replace("manifest.json", json(manifest(id, entries.get(1).bytes, List.of(2, 3))));
      zip();
      refusedBecause("no usable id");
    }
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    replace("weights.safetensors", new byte[65 << 20]);
    zip();
    assertThat(Files.size(file)).isLessThan(1 << 20);
    refusedBecause("too large");
  }

  @Test
  void anEndlessManifestIsNotRead() throws IOException {
    replace("manifest.json", new byte[2 << 20]);
    zip();
    refusedBecause("too large");
  }

  @Test
  void aTensorThatClaimsToBeHugeTakesNoMemory() throws IOException {
    String header =
        "{\"a.W\":{\"dtype\":\"F32\",\"shape\":[2000000000,3],\"data_offsets\":[0,24000000000]}}";
    byte[] weights = raw(header, new byte[24]);
    replace("weights.safetensors", weights);
    replace("manifest.json", json(manifest("anna", weights, List.of(2, 3))));
    zip();
    refusedBecause("not a readable weights file");
  }

  @Test
  void tensorsDoNotLieOverOneAnother() throws IOException {
    String header =
        "{\"a.W\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
            + "\"b.W\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}";
    byte[] weights = raw(header, new byte[24]);
    replace("weights.safetensors", weights);
    replace("manifest.json", json(manifest("anna", weights, List.of(2, 3))));
    zip();
    refusedBecause("not a readable weights file");
  }

  private static byte[] raw(String header, byte[] numbers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 8; i++) {
      out.write((int) ((long) json.length >> (8 * i)));
    }
    out.write(json);
    out.write(numbers);
    return out.toByteArray();
  }

  @Test
  void weightsMustBeThoseThatTheManifestVouchesFor() throws IOException {
    replace(
        "weights.safetensors",
        weights(new Tensor("a.W", new int[] {2, 3}, new float[] {9, 0, 0, 0, 0, 0})));
    zip();
    refusedBecause("not those its manifest vouches for");
  }

  @Test
  void shapesMustBeThoseThatTheManifestNames() throws IOException {
    replace("manifest.json", json(manifest("anna", entries.get(1).bytes, List.of(3, 2))));
    zip();
    refusedBecause("tensors are not those");
  }

  @Test
  void numbersMustBeNumbers() throws IOException {
    byte[] weights =
        weights(new Tensor("a.W", new int[] {2, 3}, new float[] {0, 0, Float.NaN, 0, 0, 0}));
    replace("weights.safetensors", weights);
    replace("manifest.json", json(manifest("anna", weights, List.of(2, 3))));
    zip();
    refusedBecause("no number");
  }

  @Test
  void noManifestNoModel() throws IOException {
    entries.remove(0);
    zip();
    refusedBecause("no manifest.json");
  }

  @Test
  void noWeightsNoModel() throws IOException {
    entries.remove(1);
    zip();
    refusedBecause("no weights.safetensors");
  }

  @Test
  void nothingTwice() throws IOException {
    // Java's own writer refuses to; the name in the second's headers is changed afterwards
    entries.add(new Entry("MODEL_CARD.mx", "# another".getBytes(StandardCharsets.UTF_8)));
    zip();
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.write(
        file,
        bytes.replace("MODEL_CARD.mx", "MODEL_CARD.md").getBytes(StandardCharsets.ISO_8859_1));
    refusedBecause("twice");
  }

  @Test
  void aManifestNamesNoClasses() throws IOException {
    replace(
        "manifest.json",
        "{\"@class\":\"java.lang.ProcessBuilder\",\"id\":\"anna\"}"
            .getBytes(StandardCharsets.UTF_8));
    zip();
    refusedBecause("manifest cannot be read");
  }

  @Test
  void anArchitectureThatNobodyKnowsIsTold() throws IOException {
    ModelManifest m = manifest("anna", entries.get(1).bytes, List.of(2, 3));
    replace(
        "manifest.json",
        new String(json(m), StandardCharsets.UTF_8)
            .replace("\"toy\"", "\"x\"")
            .getBytes(StandardCharsets.UTF_8));
    zip();
    refusedBecause("another version");
  }

  @Test
  void anyOtherFileIsTold() throws IOException {
    Files.writeString(file, "not a zip");
    refusedBecause("no manifest.json");
  }

  @Test
  void aCutFileIsTold() throws IOException {
    zip();
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length / 2));
    refusedBecause("not a model to import");
  }

  @Test
  void namesBecomeIds() {
    assertThat(OwnModels.id("  Änna's  Lächeln! ")).isEqualTo("anna-s-lacheln");
    assertThat(OwnModels.id("微笑")).isEqualTo("model");
    assertThat(OwnModels.id("../../x")).isEqualTo("x");
  }

  @Test
  void aTrainedModelIsKeptUnderItsName() throws IOException {
    taken();
    Path trained = folder.resolve("training");
    Files.createDirectories(trained);
    Files.write(trained.resolve("weights-b.safetensors"), entries.get(1).bytes);
    ModelStore.write(
        trained,
        manifest("training", entries.get(1).bytes, List.of(2, 3))
            .withWeights("weights-b.safetensors"));
    assertThat(new OwnModels(store).keep(trained, "Anna", "# card")).isEqualTo("anna-2");
    assertThat(store.manifest("anna-2").title()).isEqualTo("Anna");
    assertThat(folder.resolve("own/anna-2/MODEL_CARD.md")).hasContent("# card");
    assertThat(store.weights("anna-2", "toy")).containsKey("a.W");
    assertThat(trained.resolve("weights-b.safetensors")).exists();
  }
}
