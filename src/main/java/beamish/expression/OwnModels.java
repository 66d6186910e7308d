package beamish.expression;

import beamish.job.Problem;
import beamish.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The user's own models: takes in those just trained and those that somebody handed on. A model
 * appears in its folder whole or not at all, and none is ever replaced.
 */
public final class OwnModels {
  private final ModelStore store;
  private final Path root;

  /** The models under the store's last root. */
  public OwnModels(ModelStore store) {
    this.store = store;
    this.root = store.ownRoot();
  }

  /**
   * Takes in a {@link ModelFile}. On the model lane, because the model is opened to see whether it
   * can be.
   *
   * @return its id: the one it had, or another where that is taken; that of the same model where it
   *     is there already
   * @throws Problem if the file is no model of ours, or the disk does not take it
   */
  public String importFrom(Path file) {
    ModelFile.Unpacked model = ModelFile.read(file);
    for (ModelManifest there : store.list()) {
      if (there.sha256().equals(model.manifest().sha256())) {
        return there.id();
      }
    }
    open(model.manifest(), model.tensors(), file);
    return put(model.manifest(), model.manifest().id(), model.weights(), model.card());
  }

  private void open(ModelManifest manifest, Map<String, Tensor> tensors, Path file) {
    try (ExpressionModel works = store.build(manifest, tensors, file.toString())) {
      if (works.cropSize() != manifest.cropSize()) {
        throw new Problem(file + ": not a model to import: its crop is another; get the file anew");
      }
    } catch (IllegalArgumentException e) {
      throw new Problem(
          file + ": not a model to import: a tensor is of another shape; get the file anew", e);
    }
  }

  /**
   * Keeps a model that was just trained.
   *
   * @param trained its folder, which stays
   * @param name what people call it; its id is made of that
   * @param card about it, markdown
   * @return its id
   * @throws Problem if the trained model is damaged, or the disk does not take it
   */
  public String keep(Path trained, String name, String card) {
    ModelManifest manifest = store.manifest(trained.toString());
    try {
      byte[] weights = Files.readAllBytes(trained.resolve(manifest.weights()));
      if (!ModelStore.sha256(weights).equals(manifest.sha256())) {
        throw new Problem(
            trained + ": damaged, its checksum is another; train on and keep it then");
      }
      return put(manifest.titled(name), id(name), weights, card);
    } catch (IOException e) {
      throw new Problem(trained + ": cannot be read; train on and keep it then", e);
    }
  }

  /** What a name comes to as an id: plain letters, digits and hyphens. */
  static String id(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(48, plain.length()));
    return cut.isEmpty() ? "model" : cut;
  }

  private String put(ModelManifest manifest, String wanted, byte[] weights, String card) {
    String id = wanted;
    for (int i = 2; taken(id); i++) {
      id = wanted + "-" + i;
    }
    Path beside = root.resolve("." + id + ".part");
    try {
      Files.createDirectories(beside);
      Files.write(beside.resolve("weights.safetensors"), weights);
      if (!card.isBlank()) {
        Files.writeString(beside.resolve(ModelFile.CARD), card);
      }
      ModelStore.write(beside, manifest.withId(id).withWeights("weights.safetensors"));
      Files.move(beside, root.resolve(id), StandardCopyOption.ATOMIC_MOVE);
      return id;
    } catch (IOException e) {
      throw new Problem(root + ": cannot be written (" + e.getMessage() + "); free space there", e);
    } finally {
      clear(beside);
    }
  }

  private boolean taken(String id) {
    return Files.exists(root.resolve(id)) || store.list().stream().anyMatch(m -> m.id().equals(id));
  }

  private static void clear(Path leftover) {
    if (!Files.isDirectory(leftover)) {
      return;
    }
    try (Stream<Path> files = Files.list(leftover)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(leftover);
    } catch (IOException e) {
      // hidden, without effect, and written over at the next try
      return;
    }
  }
}
