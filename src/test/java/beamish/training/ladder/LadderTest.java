package beamish.training.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.expression.ExpressionEdit;
import beamish.expression.LatentCode;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.training.EditSource;
import beamish.training.PairSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ladder of rungs that need no training. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class LadderTest {
  private final List<String> said = new ArrayList<>();

  @TempDir private Path out;

  private static Judgement judgement() {
    FakeFinder finder = new FakeFinder(FakeFinder.face(100, 70, 40));
    PixelImage photo = Pictures.waves(200, 180);
    PixelImage darker = photo.copy();
    for (int i = 0; i < darker.samples8().length; i++) {
      darker.samples8()[i] = (byte) ((darker.samples8()[i] & 0xff) / 2);
    }
    PairSet set = new PairSet(p -> p.startsWith("smiling") ? darker : photo, finder);
    return new Judgement(
        List.of(new PairSet.PhotoPair("ann", Path.of("ann.png"), Path.of("smiling/ann.png"))),
        set,
        finder,
        null);
  }

  private static Rung rung(String name, FakeModel model) {
    return new Rung(
        name,
        "what",
        "fault",
        (folder, minutes, cancellation, say) ->
            new Rung.Trained(5, 2, 10, true, "", Rung.Opener.of(EditSource.of(name, model))));
  }

  private static Rung broken(String name) {
    return new Rung(
        name,
        "what",
        "fault",
        (folder, minutes, cancellation, say) -> {
          throw new IllegalStateException("it broke");
        });
  }

  @Test
  void aFailureCostsTheOthersNothingAndWhatIsDoneIsNotMeasuredAgain() {
    FakeModel model = new FakeModel();
    List<Rung> rungs = List.of(rung("first", model), broken("second"), rung("third", model));
    Ladder ladder = new Ladder(rungs, out, .5, judgement());
    Ladder.Climbed climbed = ladder.run(new Cancellation(), said::add);
    assertThat(climbed.figures()).extracting(RungFigures::name).containsExactly("first", "third");
    assertThat(climbed.failed()).containsEntry(rungs.get(1), "it broke");
    RungFigures figures = climbed.figures().get(0);
    assertThat(figures.photosPerSecond()).isEqualTo(5);
    assertThat(figures.collapse()).isBetween(.001, 1.);
    assertThat(figures.repair()).as("not a network").isNull();
    String page =
        new LadderPage(.5, "beamish ladder", climbed, "a.jpg", "b.jpg", List.of()).markdown("");
    assertThat(page)
        .contains("| `first` | what | fault |", "`second` is not in the table: it broke");

    int decodes = model.decodes;
    Ladder.Climbed again = ladder.run(new Cancellation(), said::add);
    assertThat(model.decodes).isEqualTo(decodes);
    assertThat(again.figures()).isEqualTo(climbed.figures());
    new Ladder(rungs, out, 1, judgement()).run(new Cancellation(), said::add);
    assertThat(model.decodes).as("another budget").isGreaterThan(decodes);
  }

  @Test
  void whatDoesNothingIsSaidToHaveCollapsed() {
    FakeModel model = new FakeModel();
    Rung identity =
        new Rung(
            "copy",
            "what",
            "fault",
            (folder, minutes, cancellation, say) ->
                new Rung.Trained(
                    0,
                    0,
                    0,
                    false,
                    "",
                    () ->
                        new Rung.Opened(
                            new EditSource() {
                              @Override
                              public String name() {
                                return "copy";
                              }

                              @Override
                              public DoubleFunction<ExpressionEdit> read(
                                  PixelImage photo, DetectedFace face) {
                                return strength -> model.decode(new LatentCode() {}, 0);
                              }
                            },
                            () -> {})));
    Ladder.Climbed climbed =
        new Ladder(List.of(identity), out, 1, judgement()).run(new Cancellation(), said::add);
    assertThat(climbed.figures().get(0).collapse()).isLessThan(1e-6);
    assertThat(
            new LadderPage(1, "beamish ladder", climbed, "a.jpg", "b.jpg", List.of()).markdown(""))
        .contains("Collapsed to the identity function", "`copy` (0.00)");
  }

  @Test
  void whatWasWrittenByHandStaysUnderANewTable() {
    Ladder.Climbed climbed =
        new Ladder(List.of(rung("first", new FakeModel())), out, .5, judgement())
            .run(new Cancellation(), said::add);
    LadderPage page = new LadderPage(.5, "beamish ladder", climbed, "a.jpg", "b.jpg", List.of());
    String first = page.markdown("");
    String told = first + "\nThe first one smiles.\n";
    assertThat(page.markdown(told)).isEqualTo(told);
    Ladder.Climbed none = new Ladder.Climbed(List.of(), Map.of(), Map.of());
    assertThat(new LadderPage(1, "again", none, "a.jpg", "b.jpg", List.of()).markdown(told))
        .doesNotContain("| `first`")
        .endsWith("\nThe first one smiles.\n");
  }

  @Test
  void whoHadMoreTimeIsSaidToHave() {
    Ladder.Climbed climbed =
        new Ladder(List.of(rung("first", new FakeModel())), out, .01, judgement())
            .run(new Cancellation(), said::add);
    assertThat(
            new LadderPage(.01, "beamish ladder", climbed, "a.jpg", "b.jpg", List.of())
                .markdown(""))
        .contains("| fault (had 0.0 minutes) |");
    assertThat(
            new LadderPage(.04, "beamish ladder", climbed, "a.jpg", "b.jpg", List.of())
                .markdown(""))
        .contains("| fault |");
  }

  @Test
  void aCancelledLadderStops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Ladder ladder = new Ladder(List.of(rung("first", new FakeModel())), out, 1, judgement());
    assertThatThrownBy(() -> ladder.run(cancellation, said::add))
        .isInstanceOf(CancellationException.class);
    assertThat(out).isEmptyDirectory();
  }
}
