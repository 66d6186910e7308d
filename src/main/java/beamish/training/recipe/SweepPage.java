package beamish.training.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A sweep as a table, best first, and as curves.
 *
 * @param recipe its name
 * @param tried every combination
 */
public record SweepPage(String recipe, List<Sweep.Tried> tried) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int BOTTOM = 30;
  private static final int LINE = 16;

  /** The table in Markdown. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Sweep of " + recipe);
    lines.add("");
    lines.add("| settings | least loss of those kept aside | last | epochs | photos/s | |");
    lines.add("|---|---|---|---|---|---|");
    for (Sweep.Tried t : ordered()) {
      List<LossCurve.Point> points = t.curve().points();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %d | %s | %s |",
              t.name(),
              number(t.best()),
              points.isEmpty() ? "–" : number(points.get(points.size() - 1).aside()),
              points.size(),
              Double.isNaN(t.photosPerSecond())
                  ? "–"
                  : String.format(Locale.ROOT, "%.1f", t.photosPerSecond()),
              t.ended()));
    }
    lines.add("");
    lines.add("Losses compare within one kind of loss only.");
    lines.add("");
    lines.add("![Loss of those kept aside over seconds](sweep.svg)");
    return String.join("\n", lines) + "\n";
  }

  private List<Sweep.Tried> ordered() {
    return tried.stream().sorted(Comparator.comparingDouble(Sweep.Tried::best)).toList();
  }

  static String loss(Sweep.Tried tried) {
    return tried.ended().isEmpty() || Double.isFinite(tried.best())
        ? "loss aside " + number(tried.best())
        : tried.ended();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5f", value) : "–";
  }

  /** The curves as an SVG picture: loss of those kept aside, on a logarithmic scale, over time. */
  public String svg() {
    List<Sweep.Tried> order = ordered();
    double most = order.stream().mapToDouble(t -> extreme(t, true)).max().orElse(1);
    double least = order.stream().mapToDouble(t -> extreme(t, false)).min().orElse(most);
    double seconds =
        order.stream()
            .flatMap(t -> t.curve().points().stream())
            .mapToDouble(LossCurve.Point::seconds)
            .max()
            .orElse(1);
    Scale scale = new Scale(seconds, Math.log(least), Math.max(1e-6, Math.log(most / least)));
    StringBuilder svg = new StringBuilder();
    int height = HEIGHT + LINE * (order.size() + 1);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            height));
    svg.append(text(4, 14, number(most))).append(text(4, HEIGHT - BOTTOM, number(least)));
    svg.append(text(WIDTH - LEFT, HEIGHT - BOTTOM + LINE, Math.round(seconds) + " s"));
    for (int i = 0; i < order.size(); i++) {
      String colour = String.format(Locale.ROOT, "hsl(%d,70%%,40%%)", i * 360 / order.size());
      List<String> points =
          order.get(i).curve().points().stream()
              .filter(p -> Double.isFinite(p.aside()) && p.aside() > 0)
              .map(scale::point)
              .toList();
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n",
              colour,
              String.join(" ", points)));
      // a line of one point is none
      for (String point : points) {
        String[] at = point.split(",", -1);
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"%s\"/>%n",
                at[0],
                at[1],
                colour));
      }
      int y = HEIGHT + LINE * (i + 1);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"20\" height=\"3\" fill=\"%s\"/>%n",
              LEFT,
              y - 5,
              colour));
      svg.append(text(LEFT + 28, y, order.get(i).name()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double extreme(Sweep.Tried tried, boolean most) {
    return tried.curve().points().stream()
        .mapToDouble(LossCurve.Point::aside)
        .filter(a -> Double.isFinite(a) && a > 0)
        .reduce(most ? Math::max : Math::min)
        .orElse(most ? 1e-6 : 1);
  }

  private static String text(int x, int y, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, safe);
  }

  /** From seconds and losses to the picture. */
  private record Scale(double seconds, double low, double span) {
    String point(LossCurve.Point p) {
      double x = LEFT + (WIDTH - LEFT - 10) * p.seconds() / seconds;
      double y = 10 + (HEIGHT - BOTTOM - 10) * (1 - (Math.log(p.aside()) - low) / span);
      return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
  }
}
