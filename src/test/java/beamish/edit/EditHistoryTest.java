package beamish.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
  private static final SmileSettings A = SmileSettings.NONE.with(0, .5);
  private static final SmileSettings B = A.with(2, -.25);

  private final EditHistory two =
      EditHistory.NONE.commit(EditStep.Kind.FACE, A).commit(EditStep.Kind.FACE, B);

  @Test
  void keepsOfAStepWhatItChanged() {
    assertThat(two.steps())
        .containsExactly(
            new EditStep(EditStep.Kind.FACE, Map.of(0, .5)),
            new EditStep(EditStep.Kind.FACE, Map.of(2, -.25)));
    EditHistory reset = two.commit(EditStep.Kind.RESET_ALL, SmileSettings.NONE);
    assertThat(reset.steps().get(2).strengths()).isEqualTo(Map.of(0, 0.0, 2, 0.0));
    assertThat(reset.present()).isEqualTo(SmileSettings.NONE);
  }

  @Test
  void standsAnywhere() {
    assertThat(two.present()).isEqualTo(B);
    assertThat(two.at(1).present()).isEqualTo(A);
    assertThat(two.at(0).present()).isEqualTo(SmileSettings.NONE);
    assertThat(two.at(0).canUndo()).isFalse();
    assertThat(two.at(0).at(9)).isEqualTo(two);
  }

  @Test
  void nothingIsNoStep() {
    assertThat(two.commit(EditStep.Kind.FACE, B)).isSameAs(two);
    assertThatThrownBy(() -> new EditStep(EditStep.Kind.FACE, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewStepForgetsWhatWasUndone() {
    EditHistory other = two.at(1).commit(EditStep.Kind.FACE, A.with(1, 1));
    assertThat(other.steps()).hasSize(2);
    assertThat(other.present()).isEqualTo(A.with(1, 1));
    assertThat(other.canRedo()).isFalse();
  }

  @Test
  void countsFacesAnew() {
    EditHistory turned = two.renumbered(face -> 2 - face);
    assertThat(turned.present()).isEqualTo(SmileSettings.NONE.with(2, .5).with(0, -.25));
    EditHistory without = two.renumbered(face -> face == 2 ? 2 : -1);
    assertThat(without.steps()).hasSize(1);
    assertThat(without.position()).isEqualTo(1);
    assertThat(two.at(1).renumbered(face -> face == 2 ? 2 : -1).position()).isZero();
  }

  private static final Landmarks HERE = FakeFinder.face(50, 50, 20).landmarks();
  private static final Landmarks THERE = FakeFinder.face(90, 50, 20).landmarks();

  @Test
  void facesComeMoveAndGo() {
    FacePlaces added = FacePlaces.NONE.with(3, HERE);
    EditHistory history =
        two.commit(EditStep.Kind.ADD_FACE, B, added)
            .commit(EditStep.Kind.FACE, B.with(3, 1))
            .commit(EditStep.Kind.MOVE_POINTS, B.with(3, 1), added.with(3, THERE))
            .commit(EditStep.Kind.REMOVE_FACE, B, FacePlaces.NONE);
    assertThat(history.present()).isEqualTo(B);
    assertThat(history.places()).isEqualTo(FacePlaces.NONE);
    assertThat(history.steps().get(5).strengths()).isEqualTo(Map.of(3, 0.0));
    assertThat(history.at(5).places().of(3)).isEqualTo(THERE);
    assertThat(history.at(5).present()).isEqualTo(B.with(3, 1));
    assertThat(history.at(3).places()).isEqualTo(added);
    assertThat(history.at(2).places()).isEqualTo(FacePlaces.NONE);
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    EditHistory gone =
        two.commit(EditStep.Kind.ADD_FACE, B, FacePlaces.NONE.with(3, HERE))
            .commit(EditStep.Kind.REMOVE_FACE, B, FacePlaces.NONE);
    assertThat(gone.nextFace(3)).isEqualTo(4);
    assertThat(gone.at(2).nextFace(3)).isEqualTo(3);
    assertThat(EditHistory.NONE.nextFace(0)).isZero();
  }

  @Test
  void hasNoEnd() {
    EditHistory history = EditHistory.NONE;
    for (int i = 1; i <= 1000; i++) {
      history = history.commit(EditStep.Kind.FACE, SmileSettings.NONE.with(0, i / 1000.0));
    }
    assertThat(history.at(1).present().strength(0)).isEqualTo(.001);
    assertThat(history.present().strength(0)).isEqualTo(1);
  }
}
