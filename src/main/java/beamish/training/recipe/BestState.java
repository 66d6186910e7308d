package beamish.training.recipe;

import beamish.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The networks as they were when those kept aside were nearest; for stopping early. */
final class BestState {
  private static final String CLOCK = "best";
  private static final String PREFIX = "best/";
  private double loss = Double.POSITIVE_INFINITY;
  private int epoch;
  private List<Tensor> nets = List.of();

  /** Keeps the networks if they are the best so far. */
  void offer(double now, int atEpoch, List<Net> networks) {
    if (now < loss) {
      loss = now;
      epoch = atEpoch;
      nets = networks.stream().flatMap(net -> net.state().stream()).toList();
    }
  }

  /** Whether nothing was kept yet. */
  boolean isEmpty() {
    return nets.isEmpty();
  }

  /** When they were best. */
  int epoch() {
    return epoch;
  }

  /** Brings them back, if any were kept. */
  void restoreInto(List<Net> networks) {
    if (!nets.isEmpty()) {
      Map<String, Tensor> byName = nets.stream().collect(Collectors.toMap(Tensor::name, t -> t));
      networks.forEach(net -> net.restore(byName));
    }
  }

  List<Tensor> state() {
    if (nets.isEmpty()) {
      return List.of();
    }
    List<Tensor> all =
        nets.stream()
            .map(t -> new Tensor(PREFIX + t.name(), t.shape(), t.data()))
            .collect(Collectors.toList());
    all.add(new Tensor(CLOCK, new int[] {2}, new float[] {(float) loss, epoch}));
    return all;
  }

  void restore(Map<String, Tensor> state) {
    Tensor clock = state.get(CLOCK);
    if (clock != null) {
      loss = clock.data()[0];
      epoch = (int) clock.data()[1];
      nets =
          state.values().stream()
              .filter(t -> t.name().startsWith(PREFIX))
              .map(t -> new Tensor(t.name().substring(PREFIX.length()), t.shape(), t.data()))
              .toList();
    }
  }
}
