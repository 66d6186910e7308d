package beamish.ui.panel;

import beamish.expression.ExpressionModel;
import beamish.expression.ModelManifest;
import beamish.ui.session.Models;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** What the slider leads to, where the model knows more than one expression. */
final class ExpressionChoice extends ChoiceBox<String> {
  private final Models models;
  private boolean following;

  ExpressionChoice(Models models) {
    this.models = models;
    setId("expression");
    setAccessibleText(Messages.text("smile.expression"));
    setTooltip(new Tooltip(Messages.text("smile.expression")));
    setConverter(new Names());
    managedProperty().bind(visibleProperty());
    models.all().subscribe(this::follow);
    models.currentProperty().subscribe(this::follow);
    follow();
    valueProperty().subscribe(this::choose);
  }

  private void follow() {
    List<String> targets = models.inUse().map(ModelManifest::targets).orElse(List.of());
    following = true;
    if (!getItems().equals(targets)) {
      getItems().setAll(targets);
    }
    setValue(models.inUse().map(this::target).orElse(null));
    following = false;
    setVisible(targets.size() > 1);
  }

  private String target(ModelManifest model) {
    return model.targets().stream()
        .filter(target -> model.idTowards(target).equals(models.currentProperty().get()))
        .findFirst()
        .orElse(model.targets().get(0));
  }

  /** Whether what the slider leads to is a smile, as far as is known. */
  BooleanBinding isSmile() {
    return Bindings.createBooleanBinding(
        () -> getValue() == null || ExpressionModel.SMILES.contains(getValue()), valueProperty());
  }

  private void choose() {
    String target = getValue();
    if (!following && target != null) {
      models.inUse().ifPresent(model -> models.choose(model.idTowards(target)));
    }
  }

  /** Names that collections of photos use, in the window's language; others as they are. */
  private static final class Names extends StringConverter<String> {
    @Override
    public String toString(String target) {
      return Messages.has("expression." + target)
          ? Messages.text("expression." + target)
          : target == null ? "" : target;
    }

    @Override
    public String fromString(String text) {
      throw new UnsupportedOperationException();
    }
  }
}
