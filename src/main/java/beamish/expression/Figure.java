package beamish.expression;

import beamish.job.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network as papers draw it: a line a layer, each reading the one above it. Plain text, so that a
 * model's folder can say what its weights are for without being able to run anything.
 *
 * <pre>
 *   in photo 3x128x128           an input: channels x rows x columns, or a count of numbers
 *   conv 32 5x5 /2 leaky         32 kernels of 5x5, stride 2; then an activation
 *   conv 32 3x3 norm relu        batch norm before the activation
 *   residual leaky               two 3x3 convolutions whose answer is added to what they read
 *   up                           every pixel twice in both directions
 *   dense 300                    fully connected
 *   dense 128x8x8 elu            the same, answering a picture
 *   merge skip                   the channels of an earlier line behind these
 *   add skip                     the numbers of an earlier line added to these
 *   planes 128                   each number as a plane of 128x128
 *   scale 2 -1                   2x - 1
 *   code: dense 300              a line with a name
 *   from photo                   the next line reads this one
 *   out code                     what is answered
 * </pre>
 *
 * Activations are {@code leaky} (slope .2), {@code leaky.01}, {@code relu}, {@code elu}, {@code
 * tanh} and {@code sigmoid}. What is drawn elsewhere with transposed convolutions is {@code up} and
 * {@code conv} here.
 */
public final class Figure {
  /** What activations are called. */
  private static final List<String> ACTIVATIONS =
      List.of("leaky", "leaky.01", "relu", "elu", "tanh", "sigmoid");

  private final String text;
  private final Map<String, Vertex> vertices = new LinkedHashMap<>();
  private final List<String> outputs = new ArrayList<>();
  private String last = "";

  private Figure(String text) {
    this.text = text;
  }

  /** What a line does. */
  public enum Op {
    IN,
    CONV,
    DENSE,
    UP,
    MERGE,
    ADD,
    PLANES,
    SCALE
  }

  /**
   * Numbers of one sample.
   *
   * @param channels or, of a vector, its length
   * @param rows 0 of a vector
   * @param columns 0 of a vector
   */
  public record Shape(int channels, int rows, int columns) {

    /** Whether it is a picture, not a vector. */
    public boolean isPicture() {
      return rows > 0;
    }

    /** How many numbers. */
    public int size() {
      return isPicture() ? channels * rows * columns : channels;
    }

    /** Axis lengths of {@code n} samples. */
    public long[] of(int n) {
      return isPicture() ? new long[] {n, channels, rows, columns} : new long[] {n, channels};
    }
  }

  /**
   * One layer.
   *
   * @param name unique in its figure
   * @param inputs names of what it reads
   * @param kernel edge of a convolution's kernel
   * @param stride of a convolution
   * @param norm whether batch norm comes before the activation
   * @param activation empty for none
   * @param factor of a scaling; of a convolution's first weights, to their usual size
   * @param offset of a scaling
   * @param shape of its answer
   */
  public record Vertex(
      String name,
      Op op,
      List<String> inputs,
      int kernel,
      int stride,
      boolean norm,
      String activation,
      float factor,
      float offset,
      Shape shape) {}

  /**
   * Reads a figure.
   *
   * @throws Problem if a line makes no sense; it names the line
   */
  public static Figure parse(String text) {
    Figure figure = new Figure(text.strip());
    int number = 0;
    for (String line : figure.text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        try {
          figure.line(line.strip(), "layer" + number);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw new Problem(
              "figure, line " + number + " (" + line.strip() + "): not understood", e);
        }
      }
    }
    if (figure.outputs.isEmpty()) {
      throw new Problem("figure: nothing is answered; end it with out NAME");
    }
    return figure;
  }

  private void line(String line, String defaultName) {
    int colon = line.indexOf(": ");
    String name = colon < 0 ? defaultName : line.substring(0, colon);
    List<String> words = List.of(line.substring(colon < 0 ? 0 : colon + 2).strip().split("\\s+"));
    switch (words.get(0)) {
      case "in" -> put(words.get(1), Op.IN, List.of(), shape(words.get(2)));
      case "from" -> last = vertex(words.get(1)).name;
      case "out" -> words.stream().skip(1).map(this::vertex).forEach(v -> outputs.add(v.name));
      case "conv" -> conv(name, words);
      case "residual" -> residual(name, words);
      case "dense" -> layer(name, Op.DENSE, List.of(last), words, 0, 1, shape(words.get(1)));
      case "up" -> {
        Shape s = vertex(last).shape;
        put(name, Op.UP, List.of(last), new Shape(s.channels, 2 * s.rows, 2 * s.columns));
      }
      case "merge" -> merge(name, words.get(1));
      case "add" -> layer(name, Op.ADD, List.of(last, words.get(1)), words, 0, 1, same(words));
      case "planes" -> {
        int edge = Integer.parseInt(words.get(1));
        put(name, Op.PLANES, List.of(last), new Shape(vertex(last).shape.channels, edge, edge));
      }
      case "scale" -> scale(name, Float.parseFloat(words.get(1)), Float.parseFloat(words.get(2)));
      default -> throw new IllegalArgumentException("no layer is called " + words.get(0));
    }
  }

  private Shape same(List<String> words) {
    Shape own = vertex(last).shape;
    if (!own.equals(vertex(words.get(1)).shape)) {
      throw new IllegalArgumentException("of another shape");
    }
    return own;
  }

  private void conv(String name, List<String> words) {
    int kernel = Integer.parseInt(words.get(2).substring(0, words.get(2).indexOf('x')));
    int stride =
        words.stream()
            .filter(w -> w.startsWith("/"))
            .mapToInt(w -> Integer.parseInt(w.substring(1)))
            .findFirst()
            .orElse(1);
    Shape from = vertex(last).shape;
    if (!from.isPicture()) {
      throw new IllegalArgumentException("not a picture");
    }
    layer(
        name,
        Op.CONV,
        List.of(last),
        words,
        kernel,
        stride,
        new Shape(Integer.parseInt(words.get(1)), from.rows / stride, from.columns / stride));
  }

  /** He et al., "Deep residual learning", 2016; Zhang et al., "Fixup", 2019, in place of norm. */
  private void residual(String name, List<String> words) {
    Vertex from = vertex(last);
    layer(name + ".a", Op.CONV, List.of(last), words, 3, 1, from.shape);
    // starts small, so that a row of blocks starts as little more than its input
    put(new Vertex(name + ".b", Op.CONV, List.of(last), 3, 1, false, "", .1f, 0, from.shape));
    layer(name, Op.ADD, List.of(last, from.name), words, 0, 1, from.shape);
  }

  private void merge(String name, String other) {
    Shape a = vertex(last).shape;
    Shape b = vertex(other).shape;
    if (a.rows != b.rows || a.columns != b.columns) {
      throw new IllegalArgumentException("of another size");
    }
    put(
        name,
        Op.MERGE,
        List.of(last, other),
        new Shape(a.channels + b.channels, a.rows, a.columns));
  }

  private void scale(String name, float factor, float offset) {
    Vertex from = vertex(last);
    put(new Vertex(name, Op.SCALE, List.of(last), 0, 1, false, "", factor, offset, from.shape));
  }

  private void layer(
      String name,
      Op op,
      List<String> inputs,
      List<String> words,
      int kernel,
      int stride,
      Shape shape) {
    inputs.forEach(this::vertex);
    String activation = words.stream().filter(ACTIVATIONS::contains).findFirst().orElse("");
    put(
        new Vertex(
            name, op, inputs, kernel, stride, words.contains("norm"), activation, 1, 0, shape));
  }

  private void put(String name, Op op, List<String> inputs, Shape shape) {
    inputs.forEach(this::vertex);
    put(new Vertex(name, op, inputs, 0, 1, false, "", 1, 0, shape));
  }

  private void put(Vertex vertex) {
    if (vertices.put(vertex.name, vertex) != null || vertex.shape.size() <= 0) {
      throw new IllegalArgumentException("there twice, or empty");
    }
    last = vertex.name;
  }

  private Vertex vertex(String name) {
    Vertex v = vertices.get(name);
    if (v == null) {
      throw new IllegalArgumentException("nothing above is called " + name);
    }
    return v;
  }

  private static Shape shape(String word) {
    String[] axes = word.split("x", -1);
    int first = Integer.parseInt(axes[0]);
    return axes.length == 1
        ? new Shape(first, 0, 0)
        : new Shape(first, Integer.parseInt(axes[1]), Integer.parseInt(axes[2]));
  }

  /** The layers, each after those it reads. */
  public List<Vertex> vertices() {
    return List.copyOf(vertices.values());
  }

  /** The inputs' names, in order. */
  public List<String> inputs() {
    return vertices.values().stream().filter(v -> v.op == Op.IN).map(Vertex::name).toList();
  }

  /** The outputs' names, in order. */
  public List<String> outputs() {
    return List.copyOf(outputs);
  }

  /** Shape of a layer's, an input's or an output's numbers; null where there is none. */
  public @Nullable Shape shapeOf(String name) {
    Vertex v = vertices.get(name);
    return v == null ? null : v.shape;
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * Reads a figure with sizes to fill in.
   *
   * @param sizes what stands for each {@code {name}} in the text
   */
  public static Figure fill(String text, Map<String, Integer> sizes) {
    String filled = text;
    for (Map.Entry<String, Integer> e : sizes.entrySet()) {
      filled = filled.replace("{" + e.getKey() + "}", Integer.toString(e.getValue()));
    }
    return parse(filled);
  }
}
