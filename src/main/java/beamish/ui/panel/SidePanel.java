package beamish.ui.panel;

import atlantafx.base.theme.Styles;
import beamish.edit.SmileSettings;
import beamish.ui.session.Editor;
import beamish.ui.session.Models;
import beamish.ui.session.PresetFeed;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel at the right: the smile of the chosen face, the faces to choose from, and the history.
 */
public final class SidePanel extends ScrollPane {
  /** The words under the slider are a smile's. */
  private static final PseudoClass ANY_EXPRESSION = PseudoClass.getPseudoClass("any-expression");

  /**
   * A panel for what {@code editor} edits.
   *
   * @param models what to edit with
   * @param preview the edit on the screen, for the faces' small pictures
   * @param presetFeed brings the presets' small pictures
   */
  public SidePanel(
      Editor editor,
      Models models,
      ObservableValue<@Nullable Image> preview,
      PresetFeed presetFeed) {
    getStyleClass().addAll("side-scroll", "edge-to-edge");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    skinProperty().subscribe(this::paintOnlyWhatChanges);
    VBox panel = new VBox();
    panel.getStyleClass().add("side-panel");
    setContent(panel);
    FaceList faces = new FaceList(editor, preview);
    VBox.setVgrow(faces, Priority.SOMETIMES);
    Node facesTitle = title("faces.title");
    HistoryPane history = new HistoryPane(editor);
    PartsPane parts = new PartsPane(editor);
    PresetRow presets = new PresetRow(editor, presetFeed);
    ExpressionChoice expression = new ExpressionChoice(models);
    BooleanBinding faceThere = editor.chosenProperty().greaterThanOrEqualTo(0);
    for (Node node : new Node[] {presets, parts, faces, facesTitle, history}) {
      node.visibleProperty().bind(faceThere);
      node.managedProperty().bind(node.visibleProperty());
    }
    presets.visibleProperty().bind(faceThere.and(expression.isSmile()));
    SmileSlider slider = new SmileSlider(editor);
    // a panel that has to scroll would push its words under the thumb
    slider.setMinHeight(Region.USE_PREF_SIZE);
    expression
        .visibleProperty()
        .subscribe(many -> slider.pseudoClassStateChanged(ANY_EXPRESSION, many));
    panel
        .getChildren()
        .addAll(
            smileHead(editor, expression),
            slider,
            new SmileNow(editor),
            reason(editor),
            presets,
            parts,
            resets(editor),
            facesTitle,
            faces,
            history);
  }

  /** The toolkit keeps a picture of all that scrolls, and would make it anew at every tick. */
  private void paintOnlyWhatChanges() {
    Node viewport = lookup(".viewport");
    if (viewport != null) {
      viewport.setCache(false);
    }
  }

  private static Label title(String key) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static Node smileHead(Editor editor, ExpressionChoice choice) {
    Label title = title("smile.title");
    title.visibleProperty().bind(choice.visibleProperty().not());
    title.managedProperty().bind(title.visibleProperty());
    Label whose = new Label();
    whose.getStyleClass().add("panel-note");
    whose
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> whose(editor),
                editor.chosenProperty(),
                editor.allFacesProperty(),
                editor.photoProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label value = new Label();
    value.setId("smile-value");
    value.getStyleClass().add("smile-value");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    editor.smiles().isMixed()
                        ? Messages.text("smile.mixed")
                        : SmileRange.text(editor.strength()),
                editor.settingsProperty(),
                editor.allFacesProperty(),
                editor.chosenProperty()));
    value.disableProperty().bind(editor.chosenProperty().lessThan(0));
    HBox head = new HBox(8, title, choice, whose, gap, value);
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private static String whose(Editor editor) {
    if (editor.allFacesProperty().get()) {
      return Messages.text("faces.all");
    }
    return editor.faceCount() > 1 ? Messages.text("face.name", editor.chosen() + 1) : "";
  }

  /** Why the slider cannot be moved, where it cannot. */
  private static Node reason(Editor editor) {
    Label reason = new Label();
    reason.setId("reason");
    reason.setWrapText(true);
    reason.setMinHeight(Region.USE_PREF_SIZE);
    reason.getStyleClass().add("panel-note");
    reason
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.text(editor.photo() == null ? "nophoto.reason" : "noface.reason"),
                editor.photoProperty()));
    reason.visibleProperty().bind(editor.chosenProperty().lessThan(0));
    reason.managedProperty().bind(reason.visibleProperty());
    return reason;
  }

  private static Node resets(Editor editor) {
    Button face = new Button(Messages.text("panel.resetFace"));
    face.setOnAction(e -> editor.resetFace());
    face.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !editor.smiles().isTouched(),
                editor.settingsProperty(),
                editor.allFacesProperty(),
                editor.chosenProperty()));
    Button all = new Button(Messages.text("panel.resetAll"));
    all.setOnAction(e -> editor.resetAll());
    all.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> editor.settings().equals(SmileSettings.NONE), editor.settingsProperty()));
    HBox row = new HBox(8, face, all);
    for (Button button : new Button[] {face, all}) {
      button.getStyleClass().add(Styles.SMALL);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setPrefWidth(1);
    }
    row.visibleProperty().bind(editor.chosenProperty().greaterThanOrEqualTo(0));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }
}
