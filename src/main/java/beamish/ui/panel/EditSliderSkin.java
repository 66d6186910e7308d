package beamish.ui.panel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.skin.SliderSkin;
import javafx.scene.layout.Region;

/**
 * A slider whose bar grows to either side from where it changes nothing, with a notch there and, if
 * there are any, words under its scale.
 */
final class EditSliderSkin extends SliderSkin {
  private static final double WORDS_GAP = 8;

  /** Between neighbours that would run into each other. */
  private static final double WORD_SPACE = 8;

  private final EditSlider slider;
  private final Region fill = new Region();
  private final Region notch = new Region();

  /** From right to left. */
  private final List<Word> words;

  private record Word(double at, Label label) {
    static Word of(double at, String text) {
      Label label = new Label(text);
      label.getStyleClass().add("slider-word");
      label.setAlignment(Pos.CENTER);
      label.setMouseTransparent(true);
      return new Word(at, label);
    }
  }

  /**
   * A skin.
   *
   * @param texts the words by the value that each stands at
   */
  EditSliderSkin(EditSlider slider, Map<Double, String> texts) {
    super(slider);
    words =
        new TreeMap<>(texts)
            .descendingMap().entrySet().stream()
                .map(e -> Word.of(e.getKey(), e.getValue()))
                .toList();
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
    double wordsHeight = wordsHeight();
    double barHeight = h - wordsHeight;
    super.layoutChildren(x, y, w, barHeight);
    Region track = (Region) slider.lookup(".track");
    Region thumb = (Region) slider.lookup(".thumb");
    double radius = thumb.getWidth() / 2;
    double left = x + radius;
    double length = w - thumb.getWidth();
    double middle = track.getLayoutY() + track.getHeight() / 2;
    double neutral = left + length * share(slider.neutral());
    double now = left + length * share(slider.getValue());
    fill.resizeRelocate(Math.min(neutral, now), middle - 2, Math.abs(now - neutral), 4);
    notch.resizeRelocate(Math.rint(neutral) - 1, middle - 6, 2, 12);
    double below = y + barHeight + WORDS_GAP;
    double room = x + w;
    for (Word word : words) {
      double width = word.label.prefWidth(-1);
      double at = left + length * share(word.at) - width / 2;
      double start = Math.rint(Math.max(x, Math.min(room - width, at)));
      word.label.resizeRelocate(start, below, width, wordsHeight - WORDS_GAP);
      room = start - WORD_SPACE;
    }
  }

  private double share(double value) {
    return (value - slider.getMin()) / (slider.getMax() - slider.getMin());
  }

  private double wordsHeight() {
    return words.isEmpty() ? 0 : words.get(0).label.prefHeight(-1) + WORDS_GAP;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    return super.computePrefHeight(width, top, right, bottom, left) + wordsHeight();
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }
}
