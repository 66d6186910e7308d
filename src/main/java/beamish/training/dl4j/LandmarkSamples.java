package beamish.training.dl4j;

import beamish.codec.PhotoReader;
import beamish.face.AlignedCrop;
import beamish.face.CascadeFaceFinder;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.face.PairRegistration;
import beamish.face.dl4j.LandmarkLayout;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.opencv.DenseFlow;
import beamish.training.HeldOut;
import beamish.training.TemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what the landmark network learns from: neutral photos with templates beside them, and the
 * smiling photos of the same people, whose points are found by following the neutral ones.
 */
final class LandmarkSamples {
  /** Crop space followed by the flow: a margin around 0 … 1 so that the chin is in. */
  private static final double START = -.15;

  private static final double SPAN = 1.3;
  private static final int FLOW_EDGE = 520;

  /** A point is trusted if following it there and back ends this near, in crop widths. */
  private static final double ROUND_TRIP = .012;

  private LandmarkSamples() {}

  /** Samples to learn from and samples to check with, by person. */
  record Split(List<LandmarkSample> training, List<LandmarkSample> validation) {}

  /**
   * Reads them.
   *
   * @throws Problem if there is nobody to learn from or to check with
   */
  static Split read(LandmarkPlan plan, Progress progress, Cancellation cancellation)
      throws IOException {
    Set<String> heldOut = HeldOut.read(plan.validation());
    List<Path> templates;
    try (Stream<Path> files = Files.list(plan.neutral())) {
      templates = files.filter(f -> f.toString().endsWith(".tem")).sorted().toList();
    }
    List<LandmarkSample> training = new ArrayList<>();
    List<LandmarkSample> checking = new ArrayList<>();
    try (FaceFinder finder = new CascadeFaceFinder()) {
      for (int i = 0; i < templates.size(); i++) {
        cancellation.check();
        progress.report((double) i / templates.size(), "reading faces");
        Path template = templates.get(i);
        String name = template.getFileName().toString().replace(".tem", "");
        PixelImage photo = new PhotoReader().read(plan.neutral().resolve(name + ".jpg")).pixels();
        List<Point> all = TemFile.read(template);
        List<Point> points = LandmarkLayout.TEMPLATE_INDEX.stream().map(all::get).toList();
        boolean[] known = new boolean[LandmarkLayout.POINTS];
        Arrays.fill(known, true);
        List<LandmarkSample> to = heldOut.contains(name) ? checking : training;
        to.add(LandmarkSample.cut(name, photo, points, known));
        Path other = plan.smiling().resolve(name + ".jpg");
        if (Files.exists(other)) {
          PixelImage smile = new PhotoReader().read(other).pixels();
          follow(name + "s", photo, points, smile, finder).ifPresent(to::add);
        }
      }
    }
    if (training.isEmpty() || checking.isEmpty()) {
      throw new Problem(
          plan.neutral() + ": no photos with .tem templates; name a folder that has them");
    }
    return new Split(training, checking);
  }

  /** The points of {@code smile}, found by registering it and following each neutral point. */
  private static Optional<LandmarkSample> follow(
      String name, PixelImage photo, List<Point> points, PixelImage smile, FaceFinder finder) {
    Optional<DetectedFace> face =
        finder.find(smile, new Cancellation()).stream()
            .max(Comparator.comparingDouble(f -> f.landmarks().eyeDistance()));
    if (face.isEmpty()) {
      return Optional.empty();
    }
    Landmarks first = LandmarkLayout.landmarks(points);
    PairRegistration.Registered r =
        PairRegistration.register(photo, first, smile, face.get().landmarks());
    if (!r.fromFeatures()) {
      return Optional.empty();
    }
    Similarity neutralToCrop = CropTemplate.photoToCrop(first);
    PixelImage from = region(photo, neutralToCrop);
    PixelImage to = region(smile, r.photoToCrop());
    FloatImage there = DenseFlow.between(from, to);
    FloatImage back = DenseFlow.between(to, from);
    List<Point> moved = new ArrayList<>();
    boolean[] known = new boolean[points.size()];
    Similarity toPhoto = r.photoToCrop().inverse();
    for (int i = 0; i < known.length; i++) {
      Point p = neutralToCrop.apply(points.get(i));
      Point q = step(there, p);
      known[i] = step(back, q).distanceTo(p) < ROUND_TRIP && q.distanceTo(p) < .12;
      moved.add(toPhoto.apply(q));
    }
    boolean eyesKnown = known[0] && known[1];
    return eyesKnown
        ? Optional.of(LandmarkSample.cut(name, smile, moved, known))
        : Optional.empty();
  }

  private static PixelImage region(PixelImage photo, Similarity toCrop) {
    FloatImage rgb = AlignedCrop.cutRegion(photo, toCrop, START, START, SPAN, FLOW_EDGE, FLOW_EDGE);
    int n = FLOW_EDGE * FLOW_EDGE;
    byte[] grey = new byte[n];
    for (int i = 0; i < n; i++) {
      grey[i] = (byte) Math.round(255 * rgb.data()[n + i]);
    }
    return PixelImage.of8(FLOW_EDGE, FLOW_EDGE, 1, grey);
  }

  /** Where the flow carries a point of crop space: the median of a small neighbourhood. */
  private static Point step(FloatImage flow, Point p) {
    double k = FLOW_EDGE / SPAN;
    int cx = (int) ((p.x() - START) * k);
    int cy = (int) ((p.y() - START) * k);
    double[] dx = new double[25];
    double[] dy = new double[25];
    int n = 0;
    for (int j = -2; j <= 2; j++) {
      for (int i = -2; i <= 2; i++) {
        int x = Math.min(FLOW_EDGE - 1, Math.max(0, cx + i));
        int y = Math.min(FLOW_EDGE - 1, Math.max(0, cy + j));
        dx[n] = flow.at(0, x, y);
        dy[n++] = flow.at(1, x, y);
      }
    }
    Arrays.sort(dx);
    Arrays.sort(dy);
    return new Point(p.x() + dx[12] / k, p.y() + dy[12] / k);
  }
}
