package architecture.broken.edit;

import javafx.scene.Node;

/** JavaFX outside the window. */
public record ShowsNode(Node node) {}
