package beamish.ui.panel;

import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.skin.SliderSkin;
import javafx.scene.layout.Region;

/** A slider whose bar grows from 0 to either side, with a notch at 0 and words under its scale. */
final class SmileSliderSkin extends SliderSkin {
  private static final double WORDS_GAP = 4;
  private final SmileSlider slider;
  private final Region fill = new Region();
  private final Region notch = new Region();
  private final List<Word> words =
      List.of(
          new Word(SmileRange.MIN, "slider.calm"),
          new Word(0, "slider.zero"),
          new Word(1, "slider.smile"),
          new Word(SmileRange.MAX, "slider.laugh"));

  private record Word(double at, Label label) {
    Word(double at, String key) {
      this(at, new Label(Messages.text(key)));
      label.getStyleClass().add("slider-word");
      label.setAlignment(Pos.CENTER);
      label.setMouseTransparent(true);
    }
  }

  SmileSliderSkin(SmileSlider slider) {
    super(slider);
    this.slider = slider;
    fill.getStyleClass().add("fill");
    fill.setMouseTransparent(true);
    notch.getStyleClass().add("notch");
    notch.setMouseTransparent(true);
    int thumb = getChildren().indexOf(slider.lookup(".thumb"));
    getChildren().addAll(Math.max(0, thumb), List.of(notch, fill));
    words.forEach(word -> getChildren().add(word.label));
    slider.valueProperty().subscribe(slider::requestLayout);
  }

  @Override
  protected void layoutChildren(double x, double y, double w, double h) {
    double wordsHeight = words.get(0).label.prefHeight(-1);
    double barHeight = h - wordsHeight - WORDS_GAP;
    super.layoutChildren(x, y, w, barHeight);
    Region track = (Region) slider.lookup(".track");
    Region thumb = (Region) slider.lookup(".thumb");
    double radius = thumb.getWidth() / 2;
    double left = x + radius;
    double length = w - thumb.getWidth();
    double middle = track.getLayoutY() + track.getHeight() / 2;
    double zero = left + length * share(0);
    double now = left + length * share(slider.getValue());
    fill.resizeRelocate(Math.min(zero, now), middle - 2, Math.abs(now - zero), 4);
    notch.resizeRelocate(Math.rint(zero) - 1, middle - 6, 2, 12);
    double below = y + barHeight + WORDS_GAP;
    for (Word word : words) {
      double width = word.label.prefWidth(-1);
      double at = left + length * share(word.at) - width / 2;
      word.label.resizeRelocate(
          Math.rint(Math.max(x, Math.min(x + w - width, at))), below, width, wordsHeight);
    }
  }

  private static double share(double strength) {
    return (strength - SmileRange.MIN) / (SmileRange.MAX - SmileRange.MIN);
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    return super.computePrefHeight(width, top, right, bottom, left)
        + WORDS_GAP
        + words.get(0).label.prefHeight(-1);
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }
}
