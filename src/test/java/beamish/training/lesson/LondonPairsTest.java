package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.face.dl4j.LikenessNet;
import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.training.lesson.Verdict.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real people's photos, shuffled into one folder under names that mean nothing. */
@Tag("shared")
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LondonPairsTest {
  private static final Path DATA = Path.of("../shared/data/london");
  private static final int PEOPLE = 12;
  private static final PhotoReader READER = new PhotoReader();

  @TempDir private Path folder;

  private List<String> people() throws IOException {
    try (var files = Files.list(DATA.resolve("smiling"))) {
      List<String> names =
          new ArrayList<>(files.map(f -> f.getFileName().toString()).sorted().toList());
      names.removeIf(n -> !n.endsWith(".jpg"));
      Collections.shuffle(names, new Random(5));
      return names.subList(0, PEOPLE);
    }
  }

  private static List<SeenPhoto> look(List<Path> files) {
    try (FaceFinder finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"))) {
      return new Gathering(
              READER::read,
              () -> finder,
              () -> new LikenessNet(Path.of("models/likeness-1")),
              Runnable::run)
          .look(files, List.of(), Gathering.Onlooker.NONE, new Cancellation(), Progress.NONE);
    }
  }

  @Test
  void findsAllPairsAndWhatIsWrongWithSpoiltOnes() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/data is not here");
    List<String> people = people();
    Map<Path, String> truth = new HashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 2 * PEOPLE; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(6));
    for (int i = 0; i < 2 * PEOPLE; i++) {
      String kind = i % 2 == 0 ? "neutral" : "smiling";
      Path file = folder.resolve("DSC_" + (1000 + numbers.get(i)) + ".jpg");
      Files.copy(DATA.resolve(kind).resolve(people.get(i / 2)), file);
      truth.put(file, kind + " " + people.get(i / 2));
    }
    List<Path> files = Gathering.photosIn(List.of(folder));
    List<SeenPhoto> photos = look(files);
    List<FoundPair> pairs = PairSearch.find(photos, List.of(), files);
    assertThat(pairs).hasSize(PEOPLE).allMatch(p -> p.how() == FoundPair.How.LIKENESS);
    for (FoundPair pair : pairs) {
      String person = String.valueOf(truth.get(pair.neutral())).substring(8);
      assertThat(truth.get(pair.neutral())).isEqualTo("neutral " + person);
      assertThat(truth.get(pair.smiling())).isEqualTo("smiling " + person);
    }
    assertThat(PairCheck.of(pairs, photos)).allMatch(Verdict::isGood);
    Grouping grouping = Grouping.of(pairs, photos);
    assertThat(grouping.by()).isEqualTo(Grouping.By.PERSON);
    // it may take two people for one, but not one for two
    assertThat(grouping.count()).isBetween(PEOPLE - 2, PEOPLE);
    assertSpoiltOnesAreFlagged(photos, pairs);
  }

  private void assertSpoiltOnesAreFlagged(List<SeenPhoto> photos, List<FoundPair> pairs) {
    FoundPair a = pairs.get(0);
    FoundPair b = pairs.get(1);
    Path blurred = write("blurred.jpg", smaller(a.smiling(), 12, 1));
    Path copy = write("copy.jpg", smaller(b.neutral(), 1, 1));
    Path small = write("small.jpg", smaller(b.smiling(), 1, 5));
    Path twin = write("twin.jpg", smaller(pairs.get(2).smiling(), 1, 1));
    List<SeenPhoto> all = new ArrayList<>(photos);
    all.addAll(look(List.of(blurred, copy, small, twin)));
    List<FoundPair> spoilt =
        List.of(
            new FoundPair(a.neutral(), blurred, FoundPair.How.HAND),
            new FoundPair(a.neutral(), b.smiling(), FoundPair.How.HAND),
            new FoundPair(b.neutral(), copy, FoundPair.How.HAND),
            new FoundPair(b.neutral(), small, FoundPair.How.HAND),
            a.swapped(),
            pairs.get(2),
            new FoundPair(pairs.get(2).neutral(), twin, FoundPair.How.HAND));
    assertThat(PairCheck.of(spoilt, all).stream().map(Verdict::reason))
        .containsExactly(
            Reason.BLURRED,
            Reason.DIFFERENT_PEOPLE,
            Reason.SAME_SMILE,
            Reason.TOO_SMALL,
            Reason.WRONG_WAY,
            Reason.GOOD,
            Reason.DUPLICATE);
  }

  /** Averaged over squares of {@code blur} px, then {@code times} smaller. */
  private static PixelImage smaller(Path file, int blur, int times) {
    PixelImage p = READER.read(file).pixels();
    PixelImage coarse = AreaAverage.shrinkBy(p, 1. / blur);
    PixelImage large = p.copy();
    for (int y = 0; y < p.height(); y++) {
      for (int x = 0; x < p.width(); x++) {
        for (int c = 0; c < p.channels(); c++) {
          large.setSample(x, y, c, smooth(coarse, (x + .5) / blur - .5, (y + .5) / blur - .5, c));
        }
      }
    }
    return AreaAverage.shrinkBy(large, 1. / times);
  }

  private static int smooth(PixelImage p, double x, double y, int c) {
    int x0 = (int) Math.max(0, Math.min(p.width() - 1, Math.floor(x)));
    int y0 = (int) Math.max(0, Math.min(p.height() - 1, Math.floor(y)));
    int x1 = Math.min(x0 + 1, p.width() - 1);
    int y1 = Math.min(y0 + 1, p.height() - 1);
    double fx = Math.max(0, Math.min(1, x - x0));
    double fy = Math.max(0, Math.min(1, y - y0));
    return (int)
        Math.round(
            (1 - fy) * ((1 - fx) * p.sample(x0, y0, c) + fx * p.sample(x1, y0, c))
                + fy * ((1 - fx) * p.sample(x0, y1, c) + fx * p.sample(x1, y1, c)));
  }

  private Path write(String name, PixelImage pixels) {
    Path file = folder.resolve(name);
    new PhotoWriter()
        .write(
            new Photo(file, pixels, beamish.codec.PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.JPEG, .8f, true));
    return file;
  }
}
