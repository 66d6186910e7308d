package beamish.training;

import beamish.expression.TeethPicture;
import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.Luma;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.opencv.DenseFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The teeth that a model shows: the mean of the smiles it learned from, laid tooth on tooth. Each
 * strip is scaled and shifted to the mean, then bent a little by dense flow, and the mean is made
 * anew, some rounds long; strips that do not go with the others are left out. Averaging takes
 * contrast, which is given back band by band, to that of a single strip.
 */
public final class TeethAverage {
  private static final int W = TeethPicture.COLUMNS;
  private static final int H = TeethPicture.ROWS;
  private static final int N = W * H;
  private static final int ROUNDS = 6;

  /** Rounds before flow bends anything, and in which a pose is looked for everywhere. */
  private static final int RIGID = 2;

  /** Of the median score; less goes with the others by chance only. */
  private static final double FITS = .75;

  /** From so many on it is nobody's own teeth, and mirrored ones make them even. */
  private static final int SEVERAL = 8;

  private static final double FLOW_BLUR = 6;

  /** Lines between teeth lie a little apart in each strip: how much deeper they become again. */
  private static final float APART = .4f;

  /** Pixels: half a tooth's width. */
  private static final double TOOTH = 4;

  private static final float FARTHEST_X = 6;
  private static final float FARTHEST_Y = 5;

  private final List<FloatImage> colours = new ArrayList<>();
  private final List<FloatImage> masks = new ArrayList<>();
  private final List<FloatImage> details = new ArrayList<>();
  private final TeethPose[] poses;
  private final FloatImage[] flows;
  private FloatImage mean;
  private FloatImage weight;

  private TeethAverage(List<TeethStrip> strips) {
    for (TeethStrip s : strips) {
      colours.add(s.colour());
      masks.add(s.teeth());
      details.add(detail(s.colour()));
    }
    poses = new TeethPose[strips.size()];
    flows = new FloatImage[strips.size()];
    int first = medoid();
    mean = details.get(first);
    weight = GaussianBlur.of(masks.get(first), 2);
  }

  /**
   * The mean teeth of pairs whose smiling photos show them.
   *
   * @param set reads them and finds their faces
   * @return empty where none does
   */
  public static Optional<TeethPicture> of(
      PairSet set, List<PairSet.PhotoPair> files, Cancellation cancellation) {
    return of(strips(set, files, cancellation));
  }

  /** The same of pairs that all show one person: her teeth stay as uneven as they are. */
  public static Optional<TeethPicture> ofOne(
      PairSet set, List<PairSet.PhotoPair> files, Cancellation cancellation) {
    return of(strips(set, files, cancellation), Integer.MAX_VALUE);
  }

  private static List<TeethStrip> strips(
      PairSet set, List<PairSet.PhotoPair> files, Cancellation cancellation) {
    List<TeethStrip> strips = new ArrayList<>();
    for (PairSet.PhotoPair file : files) {
      cancellation.check();
      set.find(file, cancellation).flatMap(TeethStrip::cut).ifPresent(strips::add);
    }
    return strips;
  }

  static Optional<TeethPicture> of(List<TeethStrip> strips) {
    return of(strips, SEVERAL);
  }

  private static Optional<TeethPicture> of(List<TeethStrip> strips, int several) {
    if (strips.isEmpty()) {
      return Optional.empty();
    }
    TeethAverage all = new TeethAverage(strips);
    for (int round = 0; round < RIGID; round++) {
      all.round(round);
    }
    List<TeethStrip> fitting = all.fitting(strips);
    if (fitting.size() >= several) {
      fitting = fitting.stream().flatMap(s -> Stream.of(s, s.mirrored())).toList();
    }
    TeethAverage average = new TeethAverage(fitting);
    for (int round = 0; round < ROUNDS; round++) {
      average.round(round);
    }
    return Optional.of(average.picture());
  }

  /** Brightness against what is around, tooth from tooth; lips and light fall out. */
  private static FloatImage detail(FloatImage colour) {
    FloatImage grey = FloatImage.zeros(1, H, W);
    for (int i = 0; i < N; i++) {
      grey.data()[i] = Luma.of(colour.data(), i, N);
    }
    FloatImage fine = GaussianBlur.of(grey, .8);
    FloatImage coarse = GaussianBlur.of(grey, 8);
    for (int i = 0; i < N; i++) {
      fine.data()[i] = fine.data()[i] / Math.max(.05f, coarse.data()[i]) - 1;
    }
    return fine;
  }

  /** The strip that the others go with best. */
  private int medoid() {
    return IntStream.range(0, details.size())
        .boxed()
        .max(Comparator.comparingDouble(this::popularity))
        .orElse(0);
  }

  private double popularity(int i) {
    FloatImage w = GaussianBlur.of(masks.get(i), 2);
    return IntStream.range(0, details.size())
        .parallel()
        .filter(k -> k != i)
        .mapToDouble(
            k ->
                TeethPose.PLAIN
                    .fitted(details.get(k), details.get(i), w, false)
                    .score(details.get(k), details.get(i), w))
        .sum();
  }

  private void round(int round) {
    boolean rigid = round < RIGID;
    IntStream.range(0, poses.length)
        .parallel()
        .forEach(
            i -> {
              TeethPose start = rigid ? TeethPose.PLAIN : poses[i];
              poses[i] = start.fitted(details.get(i), mean, weight, rigid);
            });
    centre();
    for (int i = 0; i < poses.length; i++) {
      flows[i] = rigid ? FloatImage.zeros(2, H, W) : flow(i);
    }
    average();
  }

  /** Keeps the mean as large as the people's teeth and in their middle. */
  private void centre() {
    double wide = 0;
    double right = 0;
    double tall = 0;
    double down = 0;
    int n = poses.length;
    for (TeethPose p : poses) {
      wide += Math.log(p.wide()) / n;
      right += p.right() / n;
      tall += Math.log(p.tall()) / n;
      down += p.down() / n;
    }
    for (int i = 0; i < n; i++) {
      TeethPose p = poses[i];
      poses[i] =
          new TeethPose(
              p.wide() / Math.exp(wide),
              p.right() - right,
              p.tall() / Math.exp(tall),
              p.down() - down);
    }
  }

  private FloatImage flow(int i) {
    FloatImage still = FloatImage.zeros(2, H, W);
    FloatImage flow =
        GaussianBlur.of(
            DenseFlow.between(grey(mean), grey(warped(details.get(i), i, still))), FLOW_BLUR);
    for (int k = 0; k < 2 * N; k++) {
      float most = k < N ? FARTHEST_X : FARTHEST_Y;
      flow.data()[k] = Math.min(most, Math.max(-most, flow.data()[k]));
    }
    return flow;
  }

  private static PixelImage grey(FloatImage detail) {
    byte[] samples = new byte[N];
    for (int i = 0; i < N; i++) {
      samples[i] = (byte) Math.round(Math.min(255, Math.max(0, 128 + 300 * detail.data()[i])));
    }
    return PixelImage.of8(W, H, 1, samples);
  }

  private FloatImage warped(FloatImage image, int i, FloatImage flow) {
    FloatImage out = FloatImage.zeros(image.channels(), H, W);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double u = poses[i].x(x + flow.at(0, x, y));
        double v = poses[i].y(y + flow.at(1, x, y));
        for (int c = 0; c < image.channels(); c++) {
          out.data()[(c * H + y) * W + x] = TeethPose.read(image, c, u, v);
        }
      }
    }
    return out;
  }

  private void average() {
    FloatImage sum = FloatImage.zeros(1, H, W);
    FloatImage teeth = FloatImage.zeros(1, H, W);
    double total = 0;
    double[] share = new double[poses.length];
    for (int i = 0; i < poses.length; i++) {
      double score = Math.max(.02, poses[i].score(details.get(i), mean, weight));
      share[i] = score * score;
      total += share[i];
    }
    for (int i = 0; i < poses.length; i++) {
      float w = (float) (share[i] / total);
      FloatImage d = warped(details.get(i), i, flows[i]);
      FloatImage m = warped(masks.get(i), i, flows[i]);
      for (int k = 0; k < N; k++) {
        sum.data()[k] += w * d.data()[k] * (.1f + m.data()[k]);
        teeth.data()[k] += w * m.data()[k];
      }
    }
    for (int k = 0; k < N; k++) {
      sum.data()[k] /= .1f + teeth.data()[k];
    }
    mean = sum;
    weight = GaussianBlur.of(teeth, 1);
  }

  private List<TeethStrip> fitting(List<TeethStrip> strips) {
    double[] score = new double[poses.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = poses[i].score(details.get(i), mean, weight);
    }
    double median = Arrays.stream(score).sorted().skip(score.length / 2).findFirst().orElse(0);
    return IntStream.range(0, score.length)
        .filter(i -> score[i] >= FITS * median)
        .mapToObj(strips::get)
        .toList();
  }

  private TeethPicture picture() {
    List<FloatImage> laid =
        IntStream.range(0, poses.length)
            .mapToObj(i -> warped(colours.get(i), i, flows[i]))
            .toList();
    FloatImage colour = GaussianBlur.unsharp(TeethBands.mean(laid, weight), TOOTH, APART);
    return new TeethPicture(TeethSurround.without(colour, weight));
  }
}
