package beamish.ui.teach;

import beamish.training.lesson.TrainingEvent.Mark;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/**
 * Training and validation as they fall, each as a part of what it was at first: one is a loss and
 * the other a distance, and only their courses compare. A validation that turns up while the
 * training goes on falling has begun to learn by heart.
 */
final class LearningCurves extends LineChart<Number, Number> {
  private final XYChart.Series<Number, Number> training = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> validation = new XYChart.Series<>();

  /** Without a curve yet. May be made on any thread, and is best not made on the FX thread. */
  LearningCurves() {
    super(axis("train.curves.crops", true), axis("train.curves.part", false));
    training.setName(Messages.text("train.curves.training"));
    validation.setName(Messages.text("train.curves.validation"));
    getData().addAll(List.of(training, validation));
    getStyleClass().add("learning-curves");
    setAnimated(false);
    setCreateSymbols(false);
    setMinHeight(180);
    setPrefHeight(220);
    setAccessibleText(Messages.text("train.curves.accessible"));
  }

  /** Draws these marks and those that come; on the FX thread, once. */
  void follow(ObservableList<Mark> marks) {
    marks.addListener((ListChangeListener<Mark>) change -> show(marks));
    show(marks);
  }

  private static NumberAxis axis(String key, boolean fromZero) {
    NumberAxis axis = new NumberAxis();
    axis.setLabel(Messages.text(key));
    axis.setForceZeroInRange(fromZero);
    axis.setAnimated(false);
    return axis;
  }

  private void show(List<Mark> marks) {
    training.getData().clear();
    validation.getData().clear();
    double firstLoss = Double.NaN;
    for (Mark mark : marks) {
      if (Double.isNaN(firstLoss)) {
        firstLoss = mark.loss();
      }
      if (!Double.isNaN(mark.loss())) {
        training.getData().add(new XYChart.Data<>(mark.crops(), 100 * mark.loss() / firstLoss));
      }
      validation
          .getData()
          .add(new XYChart.Data<>(mark.crops(), 100 * mark.distance() / marks.get(0).distance()));
    }
  }
}
