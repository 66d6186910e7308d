package beamish.expression;

import beamish.job.Problem;
import beamish.job.WholeFile;
import beamish.job.Words;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The expression models on this machine: folders with a {@code manifest.json} under one of the
 * roots, the first root winning where an id is in two. Reads anew at every call, so a model just
 * trained is there without a restart. Any thread; what {@link #open} returns is for one lane.
 */
public final class ModelStore {
  /** The manifest's name in a model's folder. */
  public static final String MANIFEST = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<Path> roots;
  private final Map<String, BiFunction<ModelManifest, Map<String, Tensor>, ExpressionModel>>
      architectures;

  /**
   * A store.
   *
   * @param roots folders of model folders; missing ones count as empty
   * @param architectures for each architecture's name, what builds it from manifest and weights
   */
  public ModelStore(
      List<Path> roots,
      Map<String, BiFunction<ModelManifest, Map<String, Tensor>, ExpressionModel>> architectures) {
    this.roots = List.copyOf(roots);
    this.architectures = Map.copyOf(architectures);
  }

  /** Where the user's own models go: the last root. */
  Path ownRoot() {
    return roots.get(roots.size() - 1);
  }

  /**
   * Writes a model as one file to hand on.
   *
   * @throws Problem if there is none of that id, it is damaged, or the file cannot be written
   */
  public void exportTo(String id, Path file) {
    Path folder = folder(id);
    ModelFile.write(folder, read(folder), file);
  }

  /** Every model whose manifest can be read and whose architecture is known, by id. */
  public List<ModelManifest> list() {
    List<ModelManifest> all = new ArrayList<>();
    for (Path root : roots) {
      for (Path folder : folders(root)) {
        readIfWhole(folder)
            .filter(m -> architectures.containsKey(m.architecture()))
            .filter(m -> all.stream().noneMatch(o -> o.id().equals(m.id())))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private static List<Path> folders(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(f -> Files.isRegularFile(f.resolve(MANIFEST))).sorted().toList();
    } catch (IOException e) {
      throw new Problem(
          Words.of(
              "model.folder",
              "{0}: this folder of models cannot be read; check its permissions",
              root),
          e);
    }
  }

  private static Optional<ModelManifest> readIfWhole(Path folder) {
    try {
      return Optional.of(read(folder));
    } catch (Problem damagedOrOfAnotherKind) {
      return Optional.empty();
    }
  }

  private static ModelManifest read(Path folder) {
    try {
      return JSON.readValue(folder.resolve(MANIFEST).toFile(), ModelManifest.class);
    } catch (IOException e) {
      throw new Problem(
          Words.of(
              "model.manifest", "{0}: its manifest cannot be read; get the model anew", folder),
          e);
    }
  }

  /**
   * The id used where nobody asks for another: the first in order.
   *
   * @throws Problem if there is no model at all
   */
  public String defaultId() {
    List<ModelManifest> all = list();
    if (all.isEmpty()) {
      throw new Problem(Words.of("model.none", "no model in {0}; train one or reinstall", roots));
    }
    return all.get(0).id();
  }

  /**
   * Loads a model: by id, or by the path of its folder.
   *
   * @param id may end in a colon and one of the model's {@link ExpressionModel#targets}
   * @throws Problem if there is none of that id, or its weights are damaged
   */
  public ExpressionModel open(String id) {
    int colon = id.lastIndexOf(':');
    if (colon <= 0 || find(id).isPresent()) {
      return open(folder(id));
    }
    ExpressionModel model = open(folder(id.substring(0, colon)));
    try {
      return model.towards(id.substring(colon + 1));
    } catch (Problem unknown) {
      model.close();
      throw unknown;
    }
  }

  /**
   * A model's numbers, for a training that goes on from it.
   *
   * @param id as {@link #open}
   * @param architecture what it must be
   * @throws Problem as {@link #open}, or if it is of another architecture
   */
  public Map<String, Tensor> weights(String id, String architecture) {
    Path folder = folder(id);
    ModelManifest manifest = read(folder);
    if (!manifest.architecture().equals(architecture)) {
      throw new Problem(
          folder
              + ": is "
              + manifest.architecture()
              + ", not "
              + architecture
              + "; choose another");
    }
    return weights(folder, manifest);
  }

  private Path folder(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new Problem(
                    "no model "
                        + id
                        + "; there are: "
                        + String.join(", ", list().stream().map(ModelManifest::id).toList())));
  }

  private Optional<Path> find(String id) {
    for (Path root : roots) {
      for (Path folder : folders(root)) {
        if (readIfWhole(folder).filter(m -> m.id().equals(id)).isPresent()) {
          return Optional.of(folder);
        }
      }
    }
    return Optional.of(Path.of(id)).filter(f -> Files.isRegularFile(f.resolve(MANIFEST)));
  }

  private ExpressionModel open(Path folder) {
    ModelManifest manifest = read(folder);
    return build(manifest, weights(folder, manifest), folder.toString());
  }

  /**
   * Builds a model of these numbers. On the model lane.
   *
   * @param whose names the model in messages
   * @throws Problem if its architecture is unknown, or a tensor is missing or of another shape
   */
  ExpressionModel build(ModelManifest manifest, Map<String, Tensor> weights, String whose) {
    BiFunction<ModelManifest, Map<String, Tensor>, ExpressionModel> builder =
        architectures.get(manifest.architecture());
    if (builder == null) {
      throw new Problem(
          Words.of(
              "model.version",
              "{0}: made for another version ({1}); get a newer one",
              whose,
              manifest.architecture()));
    }
    return builder.apply(manifest, weights);
  }

  private static Map<String, Tensor> weights(Path folder, ModelManifest manifest) {
    Path weights = folder.resolve(Path.of(manifest.weights()).getFileName());
    if (!sha256(weights).equals(manifest.sha256())) {
      throw new Problem(
          Words.of(
              "model.damaged",
              "{0}: damaged, its checksum is another; get the model anew",
              weights));
    }
    return SafeTensors.read(weights);
  }

  /** The name of the weights of the model in a folder; empty where there is none. */
  public static String weightsFile(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST))
        ? readIfWhole(folder).map(ModelManifest::weights).orElse("")
        : "";
  }

  /** What a model says of itself, by id or folder as {@link #open}. */
  public ModelManifest manifest(String id) {
    return read(folder(id));
  }

  /** Writes a manifest into its folder, beside weights that are already there. */
  public static void write(Path folder, ModelManifest manifest) throws IOException {
    WholeFile.write(folder.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
  }

  /** Lower-case hex of a file's SHA-256. */
  public static String sha256(Path file) {
    try {
      return sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Problem(
          Words.of("model.unreadable", "{0}: cannot be read; get the model anew", file), e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
