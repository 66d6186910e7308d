package beamish.ui;

import beamish.edit.SmileSettings;
import beamish.ui.export.ExportDialogs;
import beamish.ui.session.Album;
import beamish.ui.session.Editor;
import beamish.ui.session.ExportingAll;
import beamish.ui.session.Failures;
import beamish.ui.session.Notices;
import beamish.ui.session.Placing;
import beamish.ui.session.Saving;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.application.Platform;

/** What the export commands ask for, once the edit has settled. On the FX thread. */
record Exports(
    Editor editor,
    Album album,
    Saving saving,
    Placing placing,
    ExportDialogs dialogs,
    ExportingAll exportingAll,
    Notices notices,
    Failures failures) {

  /** The photo that is shown. */
  void one() {
    asked(dialogs::ask);
  }

  /** The same beside itself as it was. */
  void beforeAfter() {
    asked(dialogs::askBeforeAfter);
  }

  /** Its smile as it comes and goes. */
  void loop() {
    asked(dialogs::askLoop);
  }

  /** All photos of the strip that have an edit. */
  void all() {
    editor.commit();
    List<Path> all = album.photos().stream().map(Album.Item::file).toList();
    CompletableFuture<Void> unused =
        saving
            .flush()
            .thenCompose(saved -> exportingAll.edited(all))
            .handleAsync(
                (edited, failure) -> {
                  if (failure != null) {
                    failures.report(failure);
                  } else if (edited.isEmpty()) {
                    notices.show(Notices.Kind.HINT, Messages.text("exportAll.none"));
                  } else {
                    dialogs.askAll(edited);
                  }
                  return null;
                },
                Platform::runLater);
  }

  /** Asks once a step under way has ended and all faces are where it put them. */
  private void asked(BiConsumer<ShownPhoto, SmileSettings> dialog) {
    editor.commit();
    placing.whenSettled(
        () -> {
          ShownPhoto shown = editor.photo();
          if (shown != null) {
            dialog.accept(shown, editor.settings());
          }
        });
  }
}
