package beamish.edit.batch;

import beamish.codec.NamePattern;
import beamish.job.Problem;
import beamish.job.Words;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Gives every export a file of its own: none that is there, nor one given out already. */
final class BatchNames {
  private final BatchOrder order;
  private final Set<Path> given = new HashSet<>();

  BatchNames(BatchOrder order) {
    this.order = order;
  }

  /**
   * Where the export of photo {@code number} (from 1) goes.
   *
   * @param strength that its name may tell
   * @throws Problem if the name is taken and the order wants no number behind it
   */
  Path place(BatchPhoto photo, double strength, int number) {
    String name =
        order
            .name()
            .fileName(photo.file(), strength, number, order.settingsFor(photo.file()).format());
    Path folder = order.out().resolve(photo.folder());
    for (int copy = 1; ; copy++) {
      Path place = folder.resolve(NamePattern.numbered(name, copy));
      boolean free = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
      if (free && given.add(place)) {
        return place;
      }
      if (order.clash() == BatchOrder.Clash.ERROR) {
        throw new Problem(
            Words.of(
                "batch.taken",
                "{0}: {1} is there already; choose another name or folder",
                photo.file(),
                place));
      }
    }
  }

  /** Takes a place that an earlier run gave the photo; false if another has it by now. */
  boolean take(Path place) {
    return given.add(place);
  }
}
