package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.ExpressionEdit;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people whose real smile is just what the fake model makes of them at strength 1. */
class EvaluationTest {
  private static final DetectedFace FACE = FakeFinder.face(120, 100, 80);
  private final PixelImage neutral = Pictures.waves(240, 240);
  private final PixelImage smiling = neutral.copy();

  EvaluationTest() {
    EditSource model = EditSource.of("fake", new FakeModel());
    PasteBack.apply(
        neutral,
        CropTemplate.photoToCrop(FACE.landmarks()),
        model.read(neutral, FACE).apply(1),
        smiling);
  }

  /** Does the opposite of the fake model, so that it is farther at every strength. */
  private static final class Frown implements EditSource {
    @Override
    public String name() {
      return "frown";
    }

    @Override
    public DoubleFunction<ExpressionEdit> read(PixelImage photo, DetectedFace face) {
      DoubleFunction<ExpressionEdit> edit =
          EditSource.of("fake", new FakeModel()).read(photo, face);
      return strength -> edit.apply(-Math.abs(strength));
    }
  }

  private Map<String, List<Evaluation.Person>> run() {
    FakeFinder finder = new FakeFinder(FACE);
    PairSet set = new PairSet(p -> p.toString().startsWith("n") ? neutral : smiling, finder);
    return new Evaluation(List.of(EditSource.of("fake", new FakeModel()), new Frown()), finder)
        .run(
            List.of(
                new PairSet.PhotoPair("ann", Path.of("n1"), Path.of("s1")),
                new PairSet.PhotoPair("bob", Path.of("n2"), Path.of("s2"))),
            set,
            new ArrayList<>(),
            (source, picture, strength) -> {},
            new Cancellation(),
            Progress.NONE);
  }

  @Test
  void measuresEverySourceAlike() {
    EvaluationReport report = EvaluationReport.of(run(), List.of(), null, null, null, null);
    assertThat(report.compared()).extracting(SourceFigures::name).containsExactly("fake", "frown");
    SourceFigures model = report.compared().get(0);
    SourceFigures frown = report.compared().get(1);
    assertThat(model.distance()).isLessThan(.1);
    assertThat(model.bestDistance()).isEqualTo(model.distance());
    assertThat(model.bestLaidDistance()).isLessThan(.1);
    assertThat(model.nearer()).isEqualTo(2);
    assertThat(frown.distance()).isGreaterThan(1.2);
    assertThat(frown.bestDistance()).isEqualTo(1);
    assertThat(frown.bestLaidDistance()).as("asked for the first alone").isNaN();
    assertThat(frown.nearer()).isZero();
    assertThat(report.lines())
        .anyMatch(l -> l.startsWith("copy ") && l.contains("1.000"))
        .anyMatch(l -> l.startsWith("frown "));
  }

  @Test
  void takesRealSmilesAway() {
    CalmingFigures model = EvaluationReport.of(run(), List.of(), null, null, null, null).calming();
    assertThat(model.steps())
        .extracting(CalmingFigures.Step::strength)
        .containsExactlyElementsOf(Evaluation.CALMING);
    assertThat(model.calmest().strength()).isEqualTo(-1);
    assertThat(model.calmest().distance()).isLessThan(.8);
    assertThat(model.calmest().nearer()).isEqualTo(2);
    assertThat(model.steps().get(0).distance()).isBetween(model.calmest().distance(), 1.);
  }

  @Test
  void aFinderThatKnowsNoLipsLeavesThemOut() {
    InteriorFigures none = EvaluationReport.of(run(), List.of(), null, null, null, null).interior();
    assertThat(none.open()).isZero();
    assertThat(none.lines()).containsExactly("within the lips: no real smile shows teeth");
  }

  private static Evaluation.Person person(String name, double distance, double width) {
    MouthLook none = MouthLook.UNKNOWN;
    return new Evaluation.Person(
        name,
        List.of(
            new Evaluation.Measured(0, 1, 1, 0, 1, 2, 4, none),
            new Evaluation.Measured(1, width, width, 0, 1, 2 * distance, 3 * distance, none)),
        1.2,
        1,
        none,
        Double.NaN,
        List.of(new Evaluation.Calmed(-.5, 1, 1), new Evaluation.Calmed(-1, 1, 1)));
  }

  private static List<GroupFigures> groups(Path folder, Evaluation.Person... people)
      throws IOException {
    Path file = folder.resolve("info.csv");
    Files.writeString(
        file,
        "face_id,face_age,face_eth\n1,20,north\n2,31,north\n3,40.5,south\n5,1,north/south\n9,1,west\n");
    return GroupFigures.of(List.of(people), PeopleInfo.read(file));
  }

  @Test
  void tellsGroupsApart(@TempDir Path folder) throws IOException {
    List<GroupFigures> groups =
        groups(folder, person("1", .7, 1.1), person("2", .9, 1.3), person("3", .9, 1.1));
    assertThat(groups).extracting(GroupFigures::column).containsOnly("face_eth");
    assertThat(groups).extracting(GroupFigures::group).containsExactly("north", "south");
    GroupFigures north = groups.get(0);
    assertThat(north.people()).isEqualTo(2);
    assertThat(north.distance()).isCloseTo(.8, within(1e-9));
    assertThat(north.widening()).isCloseTo(1.2, within(1e-9));
    assertThat(north.gainShare()).isCloseTo(1, within(1e-9));
    assertThat(groups.get(1).gainShare()).isCloseTo(.5, within(1e-9));
    // laid nearest, north comes to .6 and south to .675
    assertThat(groups.get(1).laidGainShare()).isCloseTo(.325 / .4, within(1e-9));
  }

  @Test
  void whoNamesTwoGroupsBelongsToBoth(@TempDir Path folder) throws IOException {
    List<GroupFigures> groups =
        groups(folder, person("1", .6, 1.1), person("3", .9, 1.1), person("5", .8, 1.2));
    assertThat(groups).extracting(GroupFigures::group).containsExactly("north", "south");
    assertThat(groups).extracting(GroupFigures::people).containsExactly(2, 2);
    assertThat(groups.get(0).distance()).isCloseTo(.7, within(1e-9));
    assertThat(groups.get(1).distance()).isCloseTo(.85, within(1e-9));
  }

  @Test
  void onePersonIsNoMarkForGroups(@TempDir Path folder) throws IOException {
    List<GroupFigures> groups =
        groups(
            folder,
            person("1", .8, 1.1),
            person("2", .8, 1.3),
            person("3", .9, 1.1),
            person("9", .4, 1.1));
    assertThat(groups).extracting(GroupFigures::group).containsExactly("north", "south", "west");
    assertThat(groups.get(0).gainShare()).isCloseTo(1, within(1e-9));
    assertThat(groups.get(1).bestGainShare()).isCloseTo(.5, within(1e-9));
    assertThat(groups.get(2).gainShare()).isCloseTo(3, within(1e-9));
  }

  @Test
  void namesATableWithoutGroups(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ages.csv");
    Files.writeString(file, "id,age\n1,20\n");
    assertThatThrownBy(() -> PeopleInfo.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ages.csv");
  }
}
