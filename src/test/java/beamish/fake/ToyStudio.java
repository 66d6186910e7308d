package beamish.fake;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.face.FaceFinder;
import beamish.job.Lanes;
import beamish.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A studio with a {@link FakeModel} as its only model. */
public final class ToyStudio {

  private ToyStudio() {}

  /** The studio, with the model's folder made in {@code models}. */
  public static Studio in(Path models, Supplier<FaceFinder> finders, Lanes lanes)
      throws IOException {
    Path folder = Files.createDirectories(models.resolve("fake"));
    Path weights = folder.resolve("none.safetensors");
    SafeTensors.write(weights, List.of(), Map.of(), SafeTensors.Precision.F32);
    ModelManifest m;
    try (FakeModel model = new FakeModel()) {
      m = model.manifest();
    }
    ModelStore.write(
        folder,
        new ModelManifest(
            m.id(),
            m.title(),
            m.architecture(),
            m.cropSize(),
            m.template(),
            m.strengthRange(),
            m.licence(),
            m.data(),
            m.training(),
            "none.safetensors",
            ModelStore.sha256(weights),
            m.tensors()));
    ModelStore store =
        new ModelStore(List.of(models), Map.of("fake", (manifest, tensors) -> new FakeModel()));
    return new Studio(new PhotoReader(), new PhotoWriter(), finders, store, lanes);
  }
}
