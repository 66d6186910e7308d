package beamish.training.dl4j;

import beamish.face.CascadeFaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.tensor.SafeTensors;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

public class DevTrain {
  static PixelImage read(Path p) {
    try {
      BufferedImage b = ImageIO.read(p.toFile());
      byte[] d = ((DataBufferByte) b.getRaster().getDataBuffer()).getData().clone();
      for (int i = 0; i < d.length; i += 3) {
        byte t = d[i];
        d[i] = d[i + 2];
        d[i + 2] = t;
      }
      return PixelImage.of8(b.getWidth(), b.getHeight(), 3, d);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] a) throws Exception {
    Path root = Path.of(a[0]);
    Path out = Path.of(a[1]);
    double minutes = Double.parseDouble(a[2]);
    int limit = Integer.parseInt(a[3]);
    Files.createDirectories(out);
    Set<String> held =
        Files.readAllLines(Path.of("src/main/resources/beamish/training/validation-london.txt"))
            .stream()
            .collect(Collectors.toSet());
    List<PairSet.PhotoPair> files =
        PairSet.byName(root.resolve("neutral"), root.resolve("smiling")).stream()
            .filter(p -> !held.contains(p.name()))
            .limit(limit)
            .toList();
    List<String> left = new ArrayList<>();
    List<TrainingPair> pairs =
        new PairSet(DevTrain::read, new CascadeFaceFinder())
            .load(files, left, new Cancellation(), Progress.NONE);
    System.out.println(pairs.size() + " pairs, left out " + left);
    TrainingRun run = new TrainingRun(pairs, out.resolve("checkpoint.safetensors"), 1);
    run.resume();
    long[] n = {0};
    run.run(
        minutes,
        new Cancellation(),
        p -> {
          if (n[0]++ % 20 == 0) {
            System.out.println(p);
          }
        });
    SafeTensors.write(
        out.resolve("weights.safetensors"), run.weights(), Map.of(), SafeTensors.Precision.F16);
    System.out.println(java.util.Arrays.toString(run.strengths()));
  }
}
