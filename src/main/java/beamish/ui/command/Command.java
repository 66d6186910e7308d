package beamish.ui.command;

import beamish.ui.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something the user can do.
 *
 * @param key of its text in {@code messages.properties}
 * @param icon for the toolbar; null where it has a text there
 * @param keys its accelerator, such as {@code Shortcut+O}; null for none
 * @param action what it does; nothing for a toggle
 * @param enabled when it can be done
 * @param toggled for what is on or off; null for the others
 */
record Command(
    String key,
    @Nullable Ikon icon,
    @Nullable String keys,
    Runnable action,
    ObservableValue<Boolean> enabled,
    @Nullable BooleanProperty toggled) {

  static Command of(
      String key,
      @Nullable Ikon icon,
      @Nullable String keys,
      ObservableBooleanValue enabled,
      Runnable action) {
    return new Command(key, icon, keys, action, enabled, null);
  }

  static Command toggle(
      String key,
      Ikon icon,
      @Nullable String keys,
      ObservableBooleanValue enabled,
      BooleanProperty toggled) {
    return new Command(key, icon, keys, () -> {}, enabled, toggled);
  }

  private String text() {
    return Messages.text("command." + key);
  }

  MenuItem menuItem() {
    MenuItem item;
    if (toggled == null) {
      item = new MenuItem(text());
      item.setOnAction(e -> action.run());
    } else {
      CheckMenuItem check = new CheckMenuItem(text());
      check.selectedProperty().bindBidirectional(toggled);
      item = check;
    }
    item.setId("menu-" + key);
    if (keys != null) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.disableProperty().bind(enabled.map(can -> !can));
    return item;
  }

  /** A button that leaves the focus where it is; all of it is in the menu too. */
  ButtonBase toolButton() {
    ButtonBase button;
    if (toggled == null) {
      button = new Button();
      button.setOnAction(e -> action.run());
    } else {
      ToggleButton toggle = new ToggleButton();
      toggle.selectedProperty().bindBidirectional(toggled);
      button = toggle;
    }
    dress(button);
    button.disableProperty().bind(enabled.map(can -> !can));
    return button;
  }

  /** Gives a button of the toolbar this command's looks. */
  void dress(ButtonBase button) {
    button.setId("tool-" + key);
    button.setFocusTraversable(false);
    button.getStyleClass().addAll("tool", "flat");
    if (icon == null) {
      button.setText(text());
    } else {
      button.getStyleClass().add("button-icon");
      button.setGraphic(new FontIcon(icon));
    }
    button.setAccessibleText(text());
    String hint = text().replace("\u2026", "");
    button.setTooltip(
        new Tooltip(
            keys == null
                ? hint
                : hint + "  (" + KeyCombination.valueOf(keys).getDisplayText() + ")"));
  }
}
