package beamish.ui.photo;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A rounded frame around a face, with its number. */
final class FaceFrame extends StackPane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private final int face;
  private boolean chosen;

  FaceFrame(int face) {
    this.face = face;
    getStyleClass().add("face-frame");
    Region outline = new Region();
    outline.getStyleClass().add("face-outline");
    Label number = new Label(Integer.toString(face + 1));
    number.getStyleClass().add("face-number");
    StackPane.setAlignment(number, Pos.TOP_LEFT);
    getChildren().addAll(outline, number);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    setPickOnBounds(true);
    setManaged(false);
    setId("face-" + (face + 1));
  }

  int face() {
    return face;
  }

  void setChosen(boolean chosen) {
    this.chosen = chosen;
    pseudoClassStateChanged(CHOSEN, chosen);
    notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? chosen
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
