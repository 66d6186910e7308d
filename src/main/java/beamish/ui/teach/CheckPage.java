package beamish.ui.teach;

import beamish.job.Lanes;
import beamish.training.lesson.FaceCut;
import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Grouping;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonFolder;
import beamish.training.lesson.PairCheck;
import beamish.training.lesson.PairEdits;
import beamish.training.lesson.SeenPhoto;
import beamish.training.lesson.Verdict;
import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where every pair gets its verdict, and somebody may know better. */
final class CheckPage implements TeachPage {
  /** One to learn from and one to measure by. */
  private static final int LEAST_PAIRS = 2;

  private static final int ENOUGH_PAIRS = 10;

  private final TeachDesk desk;
  private final Consumer<Lesson> changed;
  private final ListView<CheckCell.Row> list = new ListView<>();
  private final Label count = new Label();
  private final Label groups = new Label();
  private final VBox node;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private Lesson lesson = Lesson.EMPTY;

  /**
   * A page.
   *
   * @param changed is told of each change, to keep it
   */
  CheckPage(TeachDesk desk, FacePictures pictures, Consumer<Lesson> changed) {
    this.desk = desk;
    this.changed = changed;
    list.setId("teach-verdicts");
    list.setCellFactory(l -> new CheckCell(pictures, () -> lesson, this::edit, this::choose));
    list.setAccessibleText(Messages.text("teach.pairs.accessible"));
    VBox.setVgrow(list, Priority.ALWAYS);
    count.getStyleClass().add("panel-title");
    count.setId("teach-good");
    groups.getStyleClass().add("panel-note");
    groups.setId("teach-groups");
    for (Label label : List.of(count, groups)) {
      label.setWrapText(true);
      label.setMinHeight(Label.USE_PREF_SIZE);
    }
    node = new VBox(8, count, groups, list);
    node.getStyleClass().add("teach-page");
    node.setId("teach-check");
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
    show();
    list.scrollTo(0);
  }

  @Override
  public Lesson leave(Lesson left) {
    return left.withPhotos(lesson.photos()).withFound(lesson.found());
  }

  private void edit(UnaryOperator<Lesson> change) {
    lesson = change.apply(lesson);
    show();
    changed.accept(lesson);
  }

  /** Cuts the face out, so that whoever trains sees no other. */
  private void choose(SeenPhoto photo, int face) {
    LessonFolder folder = desk.folder().get();
    CompletableFuture<Void> unused =
        Lanes.on(
                desk.io(),
                () -> FaceCut.write(folder, desk.studio().reader().read(photo.file()), photo, face))
            .handleAsync(
                (cut, failure) -> {
                  if (failure != null) {
                    desk.failures().report(failure);
                  } else if (folder.equals(desk.folder().get())) {
                    edit(l -> PairEdits.chooseFace(l, photo.file(), face, cut));
                  }
                  return null;
                },
                desk.fx());
  }

  /** What is wrong comes first; a decision does not move a pair. */
  private void show() {
    List<Verdict> verdicts = PairCheck.of(lesson.found(), lesson.photos());
    List<CheckCell.Row> rows = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      rows.add(new CheckCell.Row(lesson.found().get(i), verdicts.get(i)));
    }
    rows.sort(Comparator.comparing((CheckCell.Row row) -> row.verdict().isGood()));
    list.getItems().setAll(rows);
    List<FoundPair> used = lesson.used();
    count.setText(
        Messages.text("teach.check.count", used.size(), rows.size(), lesson.lone().size()));
    groups.setText(note(used));
    ready.set(used.size() >= LEAST_PAIRS);
  }

  private String note(List<FoundPair> used) {
    if (used.size() < LEAST_PAIRS) {
      return Messages.text("teach.check.few", LEAST_PAIRS);
    }
    Grouping grouping = Grouping.of(used, lesson.photos());
    String by = Messages.text("teach.groups." + grouping.by(), grouping.count());
    return used.size() < ENOUGH_PAIRS
        ? by + " " + Messages.text("teach.check.more", ENOUGH_PAIRS)
        : by;
  }
}
