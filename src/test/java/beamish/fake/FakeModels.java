package beamish.fake;

import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Model folders whose models are {@link FakeModel}s. */
public final class FakeModels {
  private FakeModels() {}

  /** The id of one that does twice as much as the others. */
  public static final String LOUD = "loud";

  /** A store of the models below {@code root}, none at first. */
  public static ModelStore store(Path root) {
    return new ModelStore(List.of(root), Map.of("fake", (manifest, weights) -> of(manifest.id())));
  }

  private static FakeModel of(String id) {
    return new FakeModel(id, id.equals(LOUD) ? 2 : 1);
  }

  /** Puts the one model there, as "fake". */
  public static void install(Path root) throws IOException {
    install(root, "fake");
  }

  /** Puts one of that id there. */
  public static void install(Path root, String id) throws IOException {
    Path folder = Files.createDirectories(root.resolve(id));
    Path weights = folder.resolve("weights.safetensors");
    SafeTensors.write(weights, List.of(), Map.of(), SafeTensors.Precision.F32);
    ModelManifest m = of(id).manifest();
    ModelStore.write(
        folder,
        new ModelManifest(
            m.id(),
            m.title(),
            m.architecture(),
            m.cropSize(),
            m.template(),
            m.strengthRange(),
            m.strengthScale(),
            m.licence(),
            m.data(),
            m.training(),
            "weights.safetensors",
            ModelStore.sha256(weights),
            m.tensors()));
  }
}
