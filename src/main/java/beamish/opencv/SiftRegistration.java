package beamish.opencv;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** The similarity between two pictures of one thing, from matched SIFT features and RANSAC. */
public final class SiftRegistration {
  /** Lowe's ratio: the best match must be this much nearer than the second. */
  private static final float RATIO = .85f;

  private SiftRegistration() {}

  /**
   * How one image lies on another.
   *
   * @param map pixels of the moving image to pixels of the fixed one
   * @param inliers matches that agree with it
   * @param matches matches offered
   * @param residualPx median distance of the inliers after the map, pixels
   */
  public record Fit(Similarity map, int inliers, int matches, double residualPx) {}

  /**
   * Registers two images that already lie roughly on each other.
   *
   * @param moving 8-bit grey
   * @param fixed 8-bit grey
   * @param region where features are looked for, in both images
   * @param maxShiftPx matches that move further are not believed
   * @param thresholdPx RANSAC's inlier distance
   * @return empty where fewer than 6 matches agree
   */
  public static Optional<Fit> register(
      PixelImage moving, PixelImage fixed, Box region, double maxShiftPx, double thresholdPx) {
    return Mats.scoped(
        () -> {
          SIFT sift = SIFT.create(0, 3, .015, 10, 1.6, false);
          Features m = features(sift, moving, region);
          Features f = features(sift, fixed, region);
          if (m.points.length < 6 || f.points.length < 6) {
            return Optional.empty();
          }
          List<int[]> pairs = matches(m, f, maxShiftPx);
          return pairs.size() < 6 ? Optional.empty() : fit(m, f, pairs, thresholdPx);
        });
  }

  /** What SIFT found: points in OpenCV's pixel-centre convention, one descriptor row each. */
  private record Features(Point[] points, Mat descriptors) {}

  private static Features features(SIFT sift, PixelImage image, Box region) {
    Mat grey = Mats.grey(image);
    Mat mask = new Mat(grey.rows(), grey.cols(), opencv_core.CV_8UC1, new Scalar(0));
    Rect r =
        new Rect((int) region.x(), (int) region.y(), (int) region.width(), (int) region.height());
    new Mat(mask, r).put(new Scalar(255));
    KeyPointVector keys = new KeyPointVector();
    Mat descriptors = new Mat();
    sift.detectAndCompute(grey, mask, keys, descriptors, false);
    Point[] points = new Point[(int) keys.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(keys.get(i).pt().x(), keys.get(i).pt().y());
    }
    return new Features(points, descriptors);
  }

  /** Index pairs (moving, fixed) that pass the ratio test, are mutual, and move little. */
  private static List<int[]> matches(Features m, Features f, double maxShiftPx) {
    int[] forward = best(m, f);
    int[] backward = best(f, m);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < forward.length; i++) {
      int j = forward[i];
      if (j >= 0 && backward[j] == i && m.points[i].distanceTo(f.points[j]) < maxShiftPx) {
        pairs.add(new int[] {i, j});
      }
    }
    return pairs;
  }

  private static int[] best(Features from, Features to) {
    DMatchVectorVector nearest = new DMatchVectorVector();
    new BFMatcher().knnMatch(from.descriptors, to.descriptors, nearest, 2);
    int[] best = new int[from.points.length];
    Arrays.fill(best, -1);
    for (long i = 0; i < nearest.size(); i++) {
      DMatchVector two = nearest.get(i);
      if (two.size() == 2) {
        DMatch first = two.get(0);
        if (first.distance() < RATIO * two.get(1).distance()) {
          best[first.queryIdx()] = first.trainIdx();
        }
      }
    }
    return best;
  }

  private static Optional<Fit> fit(Features m, Features f, List<int[]> pairs, double thresholdPx) {
    int n = pairs.size();
    Mat from = new Mat(n, 1, opencv_core.CV_32FC2);
    Mat to = new Mat(n, 1, opencv_core.CV_32FC2);
    FloatPointer pf = new FloatPointer(from.data());
    FloatPointer pt = new FloatPointer(to.data());
    for (int i = 0; i < n; i++) {
      Point a = m.points[pairs.get(i)[0]];
      Point b = f.points[pairs.get(i)[1]];
      pf.put(2L * i, (float) a.x()).put(2L * i + 1, (float) a.y());
      pt.put(2L * i, (float) b.x()).put(2L * i + 1, (float) b.y());
    }
    Mat inliers = new Mat();
    Mat matrix =
        opencv_calib3d.estimateAffinePartial2D(
            from, to, inliers, opencv_calib3d.RANSAC, thresholdPx, 4000, .995, 20);
    if (matrix.empty()) {
      return Optional.empty();
    }
    DoublePointer d = new DoublePointer(matrix.data());
    // from pixel centres at whole numbers to ours at halves
    double a = d.get(0);
    double b = d.get(3);
    Similarity map = new Similarity(a, b, d.get(2) + .5 - (a - b) / 2, d.get(5) + .5 - (a + b) / 2);
    Similarity centred = new Similarity(a, b, d.get(2), d.get(5));
    double[] residuals = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (inliers.data().get(i) != 0) {
        Point moved = centred.apply(m.points[pairs.get(i)[0]]);
        residuals[count++] = moved.distanceTo(f.points[pairs.get(i)[1]]);
      }
    }
    if (count < 6) {
      return Optional.empty();
    }
    double[] sorted = Arrays.copyOf(residuals, count);
    Arrays.sort(sorted);
    return Optional.of(new Fit(map, count, n, sorted[count / 2]));
  }
}
