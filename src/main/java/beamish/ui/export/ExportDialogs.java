package beamish.ui.export;

import beamish.codec.PhotoFormat;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.job.Lanes;
import beamish.ui.look.Unhurried;
import beamish.ui.session.Exporting;
import beamish.ui.session.ExportingAll;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/**
 * The way from the export command to an order: the form, then, where a file would be replaced, a
 * question, with one of its own for the opened photo itself.
 */
public final class ExportDialogs {
  private final Window owner;
  private final Studio studio;
  private final Executor lane;
  private final ExportMemory memory;
  private final Exporting exporting;
  private final ExportingAll exportingAll;
  private final Consumer<Throwable> failed;

  /**
   * Dialogs over {@code owner}.
   *
   * @param lane the model lane
   * @param memory of the last choices
   * @param exporting takes the orders
   * @param exportingAll takes those for many photos
   */
  public ExportDialogs(
      Window owner,
      Studio studio,
      Executor lane,
      ExportMemory memory,
      Exporting exporting,
      ExportingAll exportingAll,
      Consumer<Throwable> failed) {
    this.owner = owner;
    this.studio = studio;
    this.lane = lane;
    this.memory = memory;
    this.exporting = exporting;
    this.exportingAll = exportingAll;
    this.failed = failed;
  }

  /** What there is at the target already. */
  private enum Target {
    FREE,
    TAKEN,
    ORIGINAL
  }

  /** Asks how and where to, and exports. On the FX thread. */
  public void ask(ShownPhoto photo, SmileSettings settings) {
    Path source = photo.open().photo().source();
    ask(photo, settings, new ExportForm(source, memory.last(), settings.strongest()));
  }

  private void ask(ShownPhoto photo, SmileSettings settings, ExportForm form) {
    Unhurried.show(() -> dialog(photo, settings, form));
  }

  private Dialog<?> dialog(ShownPhoto photo, SmileSettings settings, ExportForm form) {
    ExportEstimate estimate = new ExportEstimate(studio, lane, photo, settings);
    Runnable again = () -> estimate.request(form.settings());
    for (Observable choice : form.bytesDependOn()) {
      choice.addListener(o -> again.run());
    }
    again.run();
    ExportDialog dialog = new ExportDialog(owner, form, estimate);
    dialog.setOnHidden(
        e -> {
          Path target = dialog.getResult() == null ? null : form.target();
          if (target == null) {
            estimate.cancel();
          } else {
            estimate.stop();
            memory.keep(form.choices(), studio.lanes().io());
            check(
                photo,
                target,
                true,
                found ->
                    exporting.export(
                        new Exporting.Order(
                            photo,
                            settings,
                            target,
                            form.settings().replacingOriginal(found == Target.ORIGINAL),
                            estimate.rendered())),
                () -> ask(photo, settings, form));
          }
        });
    return dialog;
  }

  /** Asks how to put the photo and its edit side by side, and does. On the FX thread. */
  public void askBeforeAfter(ShownPhoto photo, SmileSettings settings) {
    showcase(
        photo,
        ShowcaseDialog.Kind.BEFORE_AFTER,
        choice -> exporting.exportBeforeAfter(photo, settings, choice.target(), choice.longEdge()),
        () -> askBeforeAfter(photo, settings));
  }

  /** Asks how to animate the smile, and does. On the FX thread. */
  public void askLoop(ShownPhoto photo, SmileSettings settings) {
    showcase(
        photo,
        ShowcaseDialog.Kind.LOOP,
        choice ->
            exporting.exportLoop(
                photo, settings, choice.target(), choice.area(), choice.longEdge()),
        () -> askLoop(photo, settings));
  }

  /** Asks how to export these photos with the edits kept with them, and does. On the FX thread. */
  public void askAll(List<Path> photos) {
    Unhurried.show(() -> dialogForAll(photos));
  }

  private Dialog<?> dialogForAll(List<Path> photos) {
    Path beside = photos.get(0).toAbsolutePath().resolveSibling("beamish");
    ExportAllForm form = new ExportAllForm(beside, memory.last());
    ExportAllDialog dialog = new ExportAllDialog(owner, form, photos.size());
    dialog.setOnHidden(
        e -> {
          Path folder = dialog.getResult() == null ? null : form.target();
          if (folder != null) {
            memory.keep(form.choices(), studio.lanes().io());
            PhotoFormat format = form.chosenFormat();
            exportingAll.export(
                new ExportingAll.Order(
                    photos,
                    folder,
                    format,
                    form.settings(format == null ? PhotoFormat.PNG : format),
                    form.choices().name()));
          }
        });
    return dialog;
  }

  private void showcase(
      ShownPhoto photo,
      ShowcaseDialog.Kind kind,
      Consumer<ShowcaseDialog.Choice> go,
      Runnable again) {
    Unhurried.show(() -> showcaseDialog(photo, kind, go, again));
  }

  private Dialog<?> showcaseDialog(
      ShownPhoto photo,
      ShowcaseDialog.Kind kind,
      Consumer<ShowcaseDialog.Choice> go,
      Runnable again) {
    ShowcaseDialog dialog = new ShowcaseDialog(owner, kind, photo.open().photo().source());
    dialog.setOnHidden(
        e -> {
          ShowcaseDialog.Choice choice = dialog.getResult();
          if (choice != null) {
            check(photo, choice.target(), false, found -> go.accept(choice), again);
          }
        });
    return dialog;
  }

  /**
   * Goes on if nothing is there or it may be replaced, else asks again.
   *
   * @param originalToo whether the opened photo may be; if not, the writer refuses and says so
   */
  private void check(
      ShownPhoto photo, Path target, boolean originalToo, Consumer<Target> go, Runnable again) {
    CompletableFuture<Void> unused =
        Lanes.on(studio.lanes().io(), () -> look(photo.open().photo().source(), target))
            .handleAsync(
                (found, failure) -> {
                  if (failure != null) {
                    failed.accept(failure);
                  } else if (found == Target.FREE
                      || (found == Target.ORIGINAL && !originalToo)
                      || mayReplace(found, target)) {
                    go.accept(found);
                  } else {
                    again.run();
                  }
                  return null;
                },
                Platform::runLater);
  }

  private static Target look(Path source, Path target) {
    if (!Files.exists(target)) {
      return Target.FREE;
    }
    try {
      return Files.isSameFile(source, target) ? Target.ORIGINAL : Target.TAKEN;
    } catch (IOException e) {
      return source.toAbsolutePath().normalize().equals(target.normalize())
          ? Target.ORIGINAL
          : Target.TAKEN;
    }
  }

  private boolean mayReplace(Target found, Path target) {
    String key = found == Target.ORIGINAL ? "replace.original" : "replace.file";
    ButtonType yes = new ButtonType(Messages.text(key + ".yes"), ButtonBar.ButtonData.OTHER);
    ButtonType no = new ButtonType(Messages.text("replace.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(
            Alert.AlertType.WARNING,
            Messages.text(key + ".text", String.valueOf(target.getParent())),
            no,
            yes);
    alert.initOwner(owner);
    alert.setTitle(Messages.text("export.title"));
    alert.setHeaderText(Messages.text(key + ".head", String.valueOf(target.getFileName())));
    Button replace = (Button) alert.getDialogPane().lookupButton(yes);
    replace.setId("replace-yes");
    replace.getStyleClass().add("danger");
    ((Button) alert.getDialogPane().lookupButton(no)).setDefaultButton(true);
    return alert.showAndWait().filter(answer -> answer == yes).isPresent();
  }
}
