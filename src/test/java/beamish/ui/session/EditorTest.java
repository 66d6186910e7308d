package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.EditStep;
import beamish.edit.FacePlaces;
import beamish.edit.SmilePreset;
import beamish.edit.SmileSettings;
import beamish.expression.SmileParts;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorTest {
  private long now;
  private final Editor editor = new Editor(() -> now);

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

  private void press(double by) {
    editor.nudge(by);
    editor.commitKey();
    now += 600_000_000;
  }

  private int steps() {
    return editor.historyProperty().get().steps().size();
  }

  @Test
  void keysPressedCloselyAreOneStep() {
    for (int i = 0; i < 20; i++) {
      press(i == 5 ? -.05 : .05);
    }
    assertThat(steps()).isEqualTo(1);
    assertThat(editor.strength()).isEqualTo(.9);
    now += 500_000_000;
    press(.05);
    assertThat(steps()).isEqualTo(2);
    editor.undo();
    assertThat(editor.strength()).isEqualTo(.9);
    editor.undo();
    assertThat(editor.strength()).isZero();
  }

  @Test
  void anotherFaceOrAnotherDeedEndsARunOfKeys() {
    press(.05);
    editor.choose(0);
    press(.05);
    assertThat(steps()).isEqualTo(2);
    editor.adjust(.5);
    editor.commit();
    press(.05);
    assertThat(steps()).isEqualTo(4);
    editor.undo();
    press(.05);
    assertThat(steps()).isEqualTo(4);
    editor.allFacesProperty().set(true);
    press(-.05);
    press(-.05);
    assertThat(steps()).isEqualTo(5);
  }

  @Test
  void aRunThatComesBackLeavesNoStep() {
    press(.05);
    press(-.05);
    assertThat(steps()).isZero();
    assertThat(editor.undoableProperty().get()).isFalse();
  }

  private static final Landmarks HERE = FakeFinder.face(250, 150, 30).landmarks();

  /** What {@link Placing} does, at once. */
  private void settle() {
    ShownPhoto shown = Objects.requireNonNull(editor.photo());
    editor.replace(shown.with(shown.open().placed(editor.places())));
  }

  @Test
  void anAddedFaceIsChosenAndKeepsItsNumber() {
    editor.addFace(HERE);
    settle();
    assertThat(editor.chosen()).isEqualTo(2);
    editor.addFace(FakeFinder.face(40, 150, 30).landmarks());
    settle();
    editor.adjust(1);
    editor.choose(2);
    assertThat(editor.isAdded(2)).isTrue();
    editor.removeFace();
    settle();
    assertThat(editor.chosen()).isIn(0, 1, 3);
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE.with(3, 1));
    assertThat(editor.faceCount()).isEqualTo(3);
    editor.choose(3);
    editor.chooseNext(1);
    assertThat(editor.chosen()).isZero();
    editor.undo();
    settle();
    assertThat(editor.chosen()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      editor.undo();
    }
    settle();
    assertThat(editor.faceCount()).isEqualTo(2);
    assertThat(editor.chosen()).isIn(0, 1);
    editor.removeFace();
    assertThat(editor.faceCount()).isEqualTo(2);
  }

  @Test
  void movedPointsAreAStepOfTheirOwn() {
    Landmarks moved = FakeFinder.face(203, 80, 40).landmarks();
    editor.adjust(.5);
    editor.place(1, FakeFinder.face(201, 80, 40).landmarks());
    editor.place(1, moved);
    editor.adjust(.7);
    editor.commit();
    assertThat(editor.historyProperty().get().steps())
        .extracting(EditStep::kind)
        .containsExactly(EditStep.Kind.FACE, EditStep.Kind.MOVE_POINTS, EditStep.Kind.FACE);
    editor.undo();
    editor.undo();
    assertThat(editor.places()).isEqualTo(FacePlaces.NONE);
    assertThat(editor.strength()).isEqualTo(.5);
    editor.redo();
    assertThat(editor.places().of(1)).isEqualTo(moved);
    editor.resetPoints();
    assertThat(editor.places()).isEqualTo(FacePlaces.NONE);
    assertThat(editor.historyProperty().get().steps()).hasSize(3);
  }

  @Test
  void choosesRoundAndRound() {
    editor.chooseNext(1);
    assertThat(editor.chosen()).isZero();
    editor.chooseNext(-1);
    assertThat(editor.chosen()).isEqualTo(1);
  }

  @Test
  void partsAreStepsOfTheirOwn() {
    editor.choose(1);
    editor.adjust(.5);
    editor.adjustParts(parts -> parts.withEyes(.5));
    editor.adjustParts(parts -> parts.withEyes(.25));
    editor.adjust(.7);
    editor.commit();
    assertThat(editor.historyProperty().get().steps())
        .extracting(EditStep::kind)
        .containsExactly(EditStep.Kind.FACE, EditStep.Kind.PARTS, EditStep.Kind.FACE);
    assertThat(editor.settings().parts(1).eyes()).isEqualTo(.25);
    assertThat(editor.settings().parts(0)).isEqualTo(SmileParts.NEUTRAL);
    editor.undo();
    editor.undo();
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE.with(1, .5));
    editor.apply(SmilePreset.HINT);
    assertThat(editor.smiles().are(SmilePreset.HINT.smile())).isTrue();
    assertThat(editor.historyProperty().get().position()).isEqualTo(2);
    editor.resetFace();
    assertThat(editor.settings()).isEqualTo(SmileSettings.NONE);
    editor.undo();
    assertThat(editor.smiles().are(SmilePreset.HINT.smile())).isTrue();
  }

  @Test
  void theScaleEndsAndCatchesAtZero() {
    assertThat(SmileRange.caught(.049, 0)).isZero();
    assertThat(SmileRange.caught(-.06, 0)).isEqualTo(-.06);
    assertThat(SmileRange.onScale(.02)).isEqualTo(.02);
    editor.nudge(9);
    assertThat(editor.strength()).isEqualTo(1.5);
    editor.nudge(-9);
    assertThat(editor.strength()).isEqualTo(-1);
    assertThat(SmileRange.text(-.25)).isEqualTo("\u22120.25");
    assertThat(SmileRange.text(-.001)).isEqualTo("0.00");
  }
}
