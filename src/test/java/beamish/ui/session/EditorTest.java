package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.SmileSettings;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorTest {
  private final Editor editor = new Editor();

  @BeforeEach
  void open() {
    editor.show(
        Pictures.shown(300, 200, 200, FakeFinder.face(80, 80, 30), FakeFinder.face(200, 80, 40)));
  }

  @Test
  void beginsWithTheLargestFace() {
    assertThat(editor.chosen()).isEqualTo(1);
    assertThat(editor.undoableProperty().get()).isFalse();
  }

  @Test
  void aDragIsOneStep() {
    editor.adjust(.1);
    editor.adjust(.2);
    editor.adjust(.7);
    editor.commit();
    editor.choose(0);
    editor.adjust(-.5);
    editor.commit();
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE.with(1, .7).with(0, -.5));
    editor.undo();
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE.with(1, .7));
    editor.undo();
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE);
    assertThat(editor.undoableProperty().get()).isFalse();
    editor.redo();
    editor.redo();
    assertThat(editor.settings().strength(0)).isEqualTo(-.5);
    assertThat(editor.redoableProperty().get()).isFalse();
  }

  @Test
  void aNewStepForgetsWhatWasUndone() {
    editor.adjust(1);
    editor.commit();
    editor.undo();
    editor.adjust(.5);
    editor.commit();
    assertThat(editor.redoableProperty().get()).isFalse();
  }

  @Test
  void undoInTheMiddleOfADragEndsItFirst() {
    editor.adjust(.5);
    editor.undo();
    assertThat(editor.strength()).isZero();
    editor.redo();
    assertThat(editor.strength()).isEqualTo(.5);
  }

  @Test
  void anotherPhotoBeginsAnew() {
    editor.adjust(.5);
    editor.commit();
    editor.show(Pictures.shown(100, 100, 100));
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE);
    assertThat(editor.undoableProperty().get()).isFalse();
    assertThat(editor.chosen()).isEqualTo(-1);
    editor.adjust(1);
    assertThat(editor.settings().isNone()).isTrue();
  }

  @Test
  void choosesRoundAndRound() {
    editor.chooseNext(1);
    assertThat(editor.chosen()).isZero();
    editor.chooseNext(-1);
    assertThat(editor.chosen()).isEqualTo(1);
  }

  @Test
  void theScaleEndsAndCatchesAtZero() {
    assertThat(SmileRange.caught(.049)).isZero();
    assertThat(SmileRange.caught(-.06)).isEqualTo(-.06);
    assertThat(SmileRange.onScale(.02)).isEqualTo(.02);
    editor.nudge(9);
    assertThat(editor.strength()).isEqualTo(1.5);
    editor.nudge(-9);
    assertThat(editor.strength()).isEqualTo(-1);
    assertThat(SmileRange.text(-.25)).isEqualTo("\u22120.25");
    assertThat(SmileRange.text(-.001)).isEqualTo("0.00");
  }
}
