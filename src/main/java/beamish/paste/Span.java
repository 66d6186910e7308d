package beamish.paste;

/** Pixels {@code from} to {@code to} (exclusive) of a row. */
record Span(int from, int to) {

  /** Where {@code start + i·step} lies between two numbers, for i from 0 to {@code count}. */
  static Span of(double start, double step, double least, double most, int count) {
    if (Math.abs(step) < 1e-12) {
      return new Span(0, start > least && start < most ? count : 0);
    }
    double a = (least - start) / step;
    double b = (most - start) / step;
    double first = Math.max(0, Math.ceil(Math.min(a, b)));
    double last = Math.min(count - 1., Math.floor(Math.max(a, b)));
    return new Span((int) first, (int) last + 1);
  }

  Span and(Span o) {
    return new Span(Math.max(from, o.from), Math.min(to, o.to));
  }

  boolean isEmpty() {
    return to <= from;
  }

  int count() {
    return to - from;
  }
}
