package beamish.ui.session;

import beamish.edit.Studio;
import beamish.expression.ModelManifest;
import beamish.expression.OwnModels;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The models there are, and which of them the window edits with. On the FX thread; models are
 * looked for on the io lane and opened on the engine's.
 */
public final class Models {
  private final Studio studio;
  private final Engine engine;
  private final Executor fx;
  private final Notices notices;
  private final Consumer<Throwable> failed;
  private final Consumer<String> chosen;
  private final ObservableList<ModelManifest> all = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper();

  /**
   * The models of {@code studio}.
   *
   * @param first the id that {@code engine} begins with
   * @param chosen is told the id of another one, once the engine works with it
   */
  public Models(
      Studio studio,
      Engine engine,
      Executor fx,
      Notices notices,
      Consumer<Throwable> failed,
      String first,
      Consumer<String> chosen) {
    this.studio = studio;
    this.engine = engine;
    this.fx = fx;
    this.notices = notices;
    this.failed = failed;
    this.chosen = chosen;
    current.set(first);
  }

  /**
   * What to edit with where {@code wanted} was chosen in an earlier run.
   *
   * @param wanted empty where nothing was
   */
  public static String first(Studio studio, String wanted) {
    try {
      return studio.models().list().stream().anyMatch(m -> m.isOpenedBy(wanted))
          ? wanted
          : studio.models().defaultId();
    } catch (Problem none) {
      // told when a photo needs one
      return "";
    }
  }

  /** Those there were at the last {@link #refresh}, in order. */
  public ObservableList<ModelManifest> all() {
    return all;
  }

  /** The id of the one that edits, and its target where that is not its first. */
  public ReadOnlyStringProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The one of {@link #all} that edits, if it is among them. */
  public Optional<ModelManifest> inUse() {
    return all.stream().filter(m -> m.isOpenedBy(current.get())).findFirst();
  }

  /** Looks for models that came or went. */
  public void refresh() {
    run(
        studio.lanes().io(),
        () -> studio.models().list(),
        found -> {
          if (!List.copyOf(all).equals(found)) {
            all.setAll(found);
          }
        });
  }

  /** Edits with another one from here on; with the same as before where it cannot be opened. */
  public void choose(String id) {
    if (!id.equals(current.get())) {
      run(
          engine.lane(),
          () -> {
            engine.use(() -> studio.models().open(id));
            return id;
          },
          used -> {
            current.set(used);
            chosen.accept(used);
          });
    }
  }

  /** Takes in a model that somebody handed on, and edits with it. */
  public void importFrom(Path file) {
    run(
        engine.lane(),
        () -> new OwnModels(studio.models()).importFrom(file),
        id -> {
          refresh();
          choose(id);
          notices.show(Notices.Kind.DONE, Messages.text("models.imported", id));
        });
  }

  /** Writes the model that edits as one file to hand on. */
  public void exportTo(Path file) {
    String id = inUse().map(ModelManifest::id).orElse(current.get());
    run(
        studio.lanes().io(),
        () -> {
          studio.models().exportTo(id, file);
          return String.valueOf(file.getFileName());
        },
        name -> notices.show(Notices.Kind.DONE, Messages.text("models.exported", id, name)));
  }

  private <T> void run(Executor lane, Supplier<T> work, Consumer<T> done) {
    CompletableFuture<Void> unused =
        Lanes.on(lane, work)
            .handleAsync(
                (result, failure) -> {
                  if (failure == null) {
                    done.accept(result);
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }
}
