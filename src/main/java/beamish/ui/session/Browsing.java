package beamish.ui.session;

import beamish.edit.SmileSettings;
import beamish.job.Lanes;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Goes through an album's photos: which are in it, and which of them is opened. */
public final class Browsing {
  private final Album album;
  private final Editor editor;
  private final Opening opening;
  private final Saving saving;
  private final Recent recent;
  private final Notices notices;
  private final Executor io;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private int asked;

  /** The use case. */
  public Browsing(
      Album album,
      Editor editor,
      Opening opening,
      Saving saving,
      Recent recent,
      Work openWork,
      Notices notices,
      Executor io,
      Executor fx,
      Consumer<Throwable> failed) {
    this.album = album;
    this.editor = editor;
    this.opening = opening;
    this.saving = saving;
    this.recent = recent;
    this.notices = notices;
    this.io = io;
    this.fx = fx;
    this.failed = failed;
    openWork
        .runningProperty()
        .subscribe(
            running -> {
              if (!running) {
                settle();
              }
            });
    editor.photoProperty().subscribe(this::settle);
    editor.settingsProperty().subscribe(this::mark);
  }

  /** Opens these photos, and those in these folders, in place of the album. On the FX thread. */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    int own = ++asked;
    CompletableFuture<Void> unused =
        Lanes.on(io, () -> PhotoFolders.expand(paths))
            .handleAsync(
                (files, failure) -> {
                  if (own != asked) {
                    return null;
                  }
                  if (failure != null) {
                    failed.accept(failure);
                  } else if (files.isEmpty()) {
                    notices.show(
                        Notices.Kind.HINT, Messages.text("open.noPhotos", paths.get(0).toString()));
                  } else {
                    recent.add(paths.get(0));
                    album.fill(files);
                    go(0);
                  }
                  return null;
                },
                fx);
  }

  /** Opens the album's photo at {@code index}; nothing where it is the current one. */
  public void go(int index) {
    if (index >= 0 && index < album.photos().size() && index != album.current()) {
      Album.Item item = album.photos().get(index);
      opening.open(item.file(), () -> fx.execute(() -> item.brokenProperty().set(true)));
      album.setCurrent(index);
    }
  }

  /** Opens the current photo once more; what was done to it stays. */
  public void openAgain() {
    ShownPhoto shown = editor.photo();
    if (shown != null) {
      opening.open(shown.source(), () -> {});
    }
  }

  /** Opens the next photo (1) or the one before (−1); broken ones are passed over. */
  public void step(int direction) {
    go(album.next(direction));
  }

  /** Marks a photo as exported with these strengths. */
  public void exported(Path photo, SmileSettings settings) {
    saving.exported(photo, settings);
    Album.Item item = album.of(photo);
    ShownPhoto shown = editor.photo();
    if (item != null) {
      boolean left = shown == null || !shown.source().equals(photo);
      item.exportedProperty().set(left || editor.settings().equals(settings));
    }
  }

  /** Once nothing is being opened, the photo in the window is the current one. */
  private void settle() {
    ShownPhoto shown = editor.photo();
    int index = shown == null ? -1 : album.indexOf(shown.source());
    if (index >= 0) {
      album.setCurrent(index);
    }
    mark();
  }

  private void mark() {
    ShownPhoto shown = editor.photo();
    if (shown == null || !saving.isFor(shown.source())) {
      return;
    }
    Album.Item item = album.of(shown.source());
    if (item != null) {
      item.editedProperty().set(!editor.settings().isNone());
      item.exportedProperty().set(editor.settings().equals(saving.exported()));
    }
  }
}
