package beamish.ui.teach;

import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.PairSearch;
import beamish.training.lesson.SeenPhoto;
import beamish.ui.files.PhotoFiles;
import beamish.ui.notice.WorkCard;
import beamish.ui.session.Work;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where photos come in and pairs are put right. */
final class GatherPage implements TeachPage {
  private final TeachDesk desk;
  private final Consumer<Lesson> changed;
  private final Work work;
  private final PhotoFiles files;
  private final ListView<FoundPair> pairs = new ListView<>();
  private final Tray tray;
  private final Label count = new Label();
  private final VBox hint;
  private final BorderPane table;
  private final StackPane node;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

  /** Photos looked at since the work began: of use even if it is cancelled. */
  private Queue<SeenPhoto> fresh = new ConcurrentLinkedQueue<>();

  private Lesson lesson = Lesson.EMPTY;
  private boolean entered;
  private int runs;

  /**
   * A page.
   *
   * @param changed is told of each change, to keep it
   */
  GatherPage(TeachDesk desk, FacePictures pictures, Consumer<Lesson> changed) {
    this.desk = desk;
    this.changed = changed;
    work =
        new Work(
            desk.fx(),
            failure -> {
              // what was replaced by newer work, or left, is taken over there
              if (entered && !isBusy()) {
                takeFresh(List.of());
              }
              desk.failures().report(failure);
            });
    files = new PhotoFiles(desk.stage(), this::add);
    tray = new Tray(pictures, this::edit);
    pairs.setId("teach-pairs");
    pairs.setCellFactory(l -> new PairCell(pictures, () -> lesson, this::edit));
    pairs.setAccessibleText(Messages.text("teach.pairs.accessible"));
    HBox.setHgrow(pairs, Priority.ALWAYS);
    hint = hint();
    table = new BorderPane(pairs, null, tray, null, null);
    StackPane centre = new StackPane(table, hint, over());
    VBox.setVgrow(centre, Priority.ALWAYS);
    VBox all = new VBox(12, bar(), centre);
    all.getStyleClass().add("teach-page");
    node = new StackPane(all);
    node.setId("teach-gather");
    files.acceptDrops(node);
    work.runningProperty().subscribe(running -> update());
  }

  private HBox bar() {
    Button folder = new Button(Messages.text("teach.gather.folder"), new FontIcon(Feather.FOLDER));
    folder.setOnAction(e -> files.chooseFolder());
    Button photos = new Button(Messages.text("teach.gather.photos"), new FontIcon(Feather.IMAGE));
    photos.setOnAction(e -> files.choose());
    count.getStyleClass().add("panel-note");
    count.setId("teach-count");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(8, folder, photos, space, count);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static VBox hint() {
    Label what = new Label(Messages.text("teach.gather.drop"));
    what.getStyleClass().add("empty-what");
    Label how = new Label(Messages.text("teach.gather.how"));
    how.setWrapText(true);
    how.setMaxWidth(520);
    how.getStyleClass().add("panel-note");
    VBox hint = new VBox(12, new FontIcon(Feather.USERS), what, how);
    hint.getStyleClass().add("teach-hint");
    hint.setAlignment(Pos.CENTER);
    hint.setMouseTransparent(true);
    return hint;
  }

  private VBox over() {
    VBox over = new VBox(new WorkCard(work));
    over.setAlignment(Pos.BOTTOM_CENTER);
    over.getStyleClass().add("over-photo");
    over.setPickOnBounds(false);
    return over;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public void enter(Lesson begun) {
    lesson = begun;
    entered = true;
    show();
    if (!lesson.sources().isEmpty()) {
      gather();
    }
  }

  @Override
  public Lesson leave(Lesson left) {
    entered = false;
    work.cancel();
    takeFresh(lesson.sources());
    return left.withSources(lesson.sources()).withPhotos(lesson.photos()).withFound(lesson.found());
  }

  private void edit(UnaryOperator<Lesson> change) {
    lesson = change.apply(lesson);
    show();
    changed.accept(lesson);
  }

  /** Takes in folders and photos. */
  void add(List<Path> sources) {
    List<Path> all = new ArrayList<>(lesson.sources());
    all.addAll(sources);
    lesson = lesson.withSources(all);
    changed.accept(lesson);
    gather();
  }

  private void gather() {
    work.cancel();
    takeFresh(lesson.sources());
    Queue<SeenPhoto> seen = new ConcurrentLinkedQueue<>();
    fresh = seen;
    int run = ++runs;
    List<Path> sources = lesson.sources();
    List<SeenPhoto> known = lesson.photos();
    GatherWork look = new GatherWork(desk, seen);
    work.start(
        Messages.text("teach.gather.work"),
        (cancellation, progress) -> look.start(sources, known, cancellation, progress),
        all -> {
          if (entered && run == runs) {
            takeFresh(List.of());
          }
        });
  }

  /** Takes what was looked at into the lesson, and looks for pairs with it. */
  private void takeFresh(List<Path> stillToLookAt) {
    Map<Path, SeenPhoto> all = new LinkedHashMap<>();
    lesson.photos().forEach(photo -> all.put(photo.file(), photo));
    List<Path> added = new ArrayList<>();
    for (SeenPhoto photo = fresh.poll(); photo != null; photo = fresh.poll()) {
      all.put(photo.file(), photo);
      added.add(photo.file());
    }
    List<SeenPhoto> photos =
        all.values().stream().sorted(Comparator.comparing(SeenPhoto::file)).toList();
    lesson =
        lesson
            .withSources(stillToLookAt)
            .withPhotos(photos)
            .withFound(PairSearch.find(photos, lesson.found(), added));
    show();
    changed.accept(lesson);
  }

  private void show() {
    pairs.getItems().setAll(lesson.found());
    tray.show(lesson);
    update();
  }

  private boolean isBusy() {
    return work.runningProperty().get();
  }

  private void update() {
    boolean empty = lesson.photos().isEmpty();
    boolean busy = isBusy();
    hint.setVisible(empty && !busy);
    table.setVisible(!empty);
    count.setText(
        empty
            ? ""
            : Messages.text("teach.gather.count", lesson.photos().size(), lesson.found().size()));
    ready.set(!busy && !lesson.found().isEmpty());
  }
}
