package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonStore.Kept;
import beamish.ui.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What this is about and what good pairs are; a name; and the way back to what was begun. */
final class WelcomePage implements TeachPage {
  private static final List<String> RULES = List.of("same", "front", "sharp", "many", "vary");
  private static final double PICTURE_WIDTH = 306;
  private final TextField name = new TextField();
  private final VBox earlier = new VBox(6);
  private final ScrollPane node;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);

  /** What can be done about lessons themselves. */
  interface Lessons {
    /** Goes on with another one. */
    void open(Kept lesson);

    /** Asks, and forgets one. */
    void delete(Kept lesson);

    /** Gives those there are besides the one at hand. */
    void others(Consumer<List<Kept>> take);

    /** The title of a page. */
    String title(Lesson.Step step);

    /** Begins a new one. */
    void begin();
  }

  private final Lessons lessons;

  WelcomePage(Lessons lessons) {
    this.lessons = lessons;
    Label what = wrapped("teach.welcome.what");
    what.getStyleClass().add("teach-lead");
    VBox rules = new VBox(8);
    for (String rule : RULES) {
      FontIcon check = new FontIcon(Feather.CHECK);
      HBox line = new HBox(10, check, wrapped("teach.welcome.rule." + rule));
      line.setAlignment(Pos.TOP_LEFT);
      rules.getChildren().add(line);
    }
    name.setId("teach-name");
    name.setPrefColumnCount(24);
    name.setPromptText(Messages.text("teach.welcome.name.prompt"));
    Label nameLabel = new Label(Messages.text("teach.welcome.name"));
    nameLabel.setLabelFor(name);
    nameLabel.setMinWidth(Region.USE_PREF_SIZE);
    HBox named = new HBox(12, nameLabel, name);
    named.setAlignment(Pos.CENTER_LEFT);
    HBox top = new HBox(28, new VBox(16, what, rules), picture());
    HBox.setHgrow(top.getChildren().get(0), Priority.ALWAYS);
    VBox all = new VBox(20, top, named, earlier);
    all.getStyleClass().add("teach-page");
    node = new ScrollPane(all);
    node.setFitToWidth(true);
    node.setId("teach-welcome");
    node.getStyleClass().add("teach-scroll");
  }

  private static Label wrapped(String key) {
    Label label = new Label(Messages.text(key));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** An average face, which is nobody's, calm and smiling. */
  private static Node picture() {
    Image both =
        new Image(
            Objects.requireNonNull(WelcomePage.class.getResource("/beamish/ui/teach-pair.jpg"))
                .toExternalForm(),
            true);
    HBox pair = new HBox(6, half(both, 0), half(both, 1));
    pair.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    pair.setAccessibleText(Messages.text("teach.welcome.picture"));
    Label caption = wrapped("teach.welcome.picture");
    caption.getStyleClass().add("panel-note");
    caption.setPrefWidth(PICTURE_WIDTH);
    VBox box = new VBox(6, pair, caption);
    box.setMinWidth(PICTURE_WIDTH);
    return box;
  }

  private static ImageView half(Image both, int number) {
    ImageView view = new ImageView(both);
    view.setFitWidth((PICTURE_WIDTH - 6) / 2);
    view.setPreserveRatio(true);
    // read meanwhile; the height comes last
    both.heightProperty()
        .subscribe(
            height -> {
              double width = both.getWidth() / 2;
              view.setViewport(new Rectangle2D(number * width, 0, width, height.doubleValue()));
            });
    return view;
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
  public void enter(Lesson lesson) {
    name.setText(lesson.name());
    boolean begun = !lesson.isEmpty();
    lessons.others(others -> show(others, begun));
  }

  @Override
  public Lesson leave(Lesson lesson) {
    return lesson.withName(name.getText().strip());
  }

  private void show(List<Kept> others, boolean begun) {
    earlier.getChildren().clear();
    if (!others.isEmpty()) {
      Label title = new Label(Messages.text("teach.earlier"));
      title.getStyleClass().add("panel-title");
      earlier.getChildren().add(title);
    }
    others.forEach(kept -> earlier.getChildren().add(row(kept)));
    if (!begun) {
      return;
    }
    Button begin = new Button(Messages.text("teach.earlier.new"), new FontIcon(Feather.PLUS));
    begin.setId("teach-new");
    begin.setOnAction(e -> lessons.begin());
    earlier.getChildren().add(begin);
  }

  private HBox row(Kept kept) {
    Lesson lesson = kept.lesson();
    String named = lesson.name().isEmpty() ? Messages.text("teach.earlier.unnamed") : lesson.name();
    Label what =
        new Label(
            Messages.text(
                "teach.earlier.lesson",
                named,
                lesson.photos().size(),
                lesson.found().size(),
                lessons.title(lesson.step())));
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    Button open = new Button(Messages.text("teach.earlier.open"));
    open.setOnAction(e -> lessons.open(kept));
    Button delete = new Button(null, new FontIcon(Feather.TRASH_2));
    delete.getStyleClass().addAll("flat", "button-icon");
    delete.setAccessibleText(Messages.text("teach.earlier.delete", named));
    delete.setTooltip(new Tooltip(Messages.text("teach.earlier.delete", named)));
    delete.setOnAction(e -> lessons.delete(kept));
    HBox row = new HBox(8, what, open, delete);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
