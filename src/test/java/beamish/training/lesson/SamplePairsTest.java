package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped samples and the shipped model's own smiles on them, seen by the shipped networks. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SamplePairsTest {
  private static final Path SAMPLES = Path.of("assets/samples");
  private static final PhotoReader READER = new PhotoReader();

  @TempDir private Path folder;

  private void smile(FaceFinder finder, ExpressionModel model, String name, String to) {
    Photo photo = READER.read(SAMPLES.resolve(name));
    OpenPhoto open = OpenPhoto.open(photo, finder, model, 800, new Cancellation(), Progress.NONE);
    new PhotoWriter()
        .write(
            photo,
            open.render(SmileSettings.NONE.with(0, 1), new Cancellation(), Progress.NONE),
            folder.resolve(to),
            new ExportSettings(PhotoFormat.JPEG, .9f, true));
  }

  @Test
  void findsEachPersonsPairAndKeepsThePhotoOfSeveral() throws IOException {
    Files.copy(SAMPLES.resolve("portrait-1.jpg"), folder.resolve("p.jpg"));
    Files.copy(SAMPLES.resolve("portrait-2.jpg"), folder.resolve("q.jpg"));
    Files.copy(SAMPLES.resolve("group.jpg"), folder.resolve("r.jpg"));
    ModelStore store =
        new ModelStore(
            List.of(Path.of("models")), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
    List<SeenPhoto> photos;
    List<SeenPhoto> again;
    List<DetectedFace> inCut;
    List<String> opened = new ArrayList<>();
    try (FaceFinder finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
        ExpressionModel model = store.open(store.defaultId())) {
      smile(finder, model, "portrait-1.jpg", "s.jpg");
      smile(finder, model, "portrait-2.jpg", "o.jpg");
      Gathering gathering =
          new Gathering(
              file -> {
                opened.add(file.getFileName().toString());
                return READER.read(file);
              },
              () -> finder,
              () -> new LikenessNet(Path.of("models/likeness-1")),
              Runnable::run);
      List<Path> files = Gathering.photosIn(List.of(folder, folder.resolve("p.jpg")));
      photos =
          gathering.look(
              files, List.of(), Gathering.Onlooker.NONE, new Cancellation(), Progress.NONE);
      again =
          gathering.look(files, photos, Gathering.Onlooker.NONE, new Cancellation(), Progress.NONE);
      SeenPhoto group = photos.get(3);
      LessonFolder lesson = new LessonFolder(folder.resolve("lesson"));
      Path cut = FaceCut.write(lesson, READER.read(group.file()), group, 2);
      assertThat(FaceCut.write(lesson, READER.read(group.file()), group, 2)).isEqualTo(cut);
      inCut = finder.find(READER.read(cut).pixels(), new Cancellation());
    }
    assertThat(opened).containsExactly("o.jpg", "p.jpg", "q.jpg", "r.jpg", "s.jpg");
    assertThat(again).isEqualTo(photos);
    List<FoundPair> pairs =
        PairSearch.find(photos, List.of(), photos.stream().map(SeenPhoto::file).toList());
    assertThat(pairs.stream().map(p -> name(p.neutral()) + " " + name(p.smiling())))
        .containsExactlyInAnyOrder("p.jpg s.jpg", "q.jpg o.jpg");
    assertThat(Grouping.of(pairs, photos).count()).isEqualTo(2);
    SeenPhoto group = photos.get(3);
    assertThat(group.faces()).hasSize(3);
    assertThat(group.isOpenWhichFace()).isTrue();
    assertThat(inCut).hasSize(1);
    assertThat(inCut.get(0).landmarks().eyeDistance())
        .isCloseTo(group.faces().get(2).landmarks().eyeDistance(), withinPercentage(2));
    byte[] picture = FacePicture.jpeg(READER.read(group.file()), group, 1);
    Path kept = folder.resolve("face.jpg");
    LessonFolder.keep(kept, picture);
    assertThat(READER.read(kept).pixels().width()).isEqualTo(FacePicture.SIZE);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
