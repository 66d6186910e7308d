package beamish.ui.teach;

import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The pages' names, and which of them is shown. */
final class StepList extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private final List<Label> labels = new ArrayList<>();

  StepList(List<String> titles) {
    getStyleClass().add("teach-steps");
    for (String title : titles) {
      Label label = new Label(Messages.text("teach.step", labels.size() + 1, title));
      label.setMaxWidth(Double.MAX_VALUE);
      labels.add(label);
    }
    getChildren().addAll(labels);
  }

  void show(int at) {
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).pseudoClassStateChanged(CURRENT, i == at);
      labels.get(i).pseudoClassStateChanged(DONE, i < at);
    }
  }
}
