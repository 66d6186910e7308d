package beamish.edit.batch;

import beamish.job.Problem;
import beamish.job.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What batches have written to a folder: a hidden file of JSON lines in it. A line is added, in one
 * write, when an export is whole and not yet in its place, so a run that dies at any moment leaves
 * nothing there that the journal does not tell of; a last line that was cut off is passed over. Any
 * thread.
 */
public final class BatchJournal {
  /** The journal's name in the output folder. */
  static final String NAME = ".beamish-batch.jsonl";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path out;
  private final Map<String, Entry> byPhoto = new HashMap<>();

  /**
   * One line.
   *
   * @param photo its whole path
   * @param photoSha256 of the photo's file
   * @param recipe digest of all that the export depends on besides the photo
   * @param out path of the export within the output folder
   * @param outSha256 of the export; null while it is being made
   */
  record Entry(
      String photo, String photoSha256, String recipe, String out, @Nullable String outSha256) {

    Entry written(String sha256) {
      return new Entry(photo, photoSha256, recipe, out, sha256);
    }
  }

  private BatchJournal(Path out) {
    this.out = out;
  }

  /**
   * The journal of an output folder; empty if there is none yet.
   *
   * @throws Problem if it cannot be read
   */
  public static BatchJournal of(Path out) {
    BatchJournal journal = new BatchJournal(out);
    Path file = out.resolve(NAME);
    if (Files.exists(file)) {
      try {
        for (String line :
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
          journal.take(line);
        }
      } catch (IOException e) {
        throw new Problem(
            Words.of("batch.journal", "{0} cannot be read: delete it to begin anew", file), e);
      }
    }
    return journal;
  }

  private void take(String line) {
    try {
      Entry entry = MAPPER.readValue(line, Entry.class);
      if (entry != null && entry.photo != null && entry.out != null) {
        byPhoto.put(entry.photo, entry);
      }
    } catch (JsonProcessingException e) {
      // cut off by a crash: that export is done again
    }
  }

  /** The exports that it tells of, whole paths. */
  public synchronized Set<Path> exports() {
    Collection<Entry> all = byPhoto.values();
    return all.stream().map(e -> BatchPhoto.whole(out.resolve(e.out))).collect(Collectors.toSet());
  }

  synchronized Optional<Entry> of(BatchPhoto photo) {
    return Optional.ofNullable(byPhoto.get(BatchPhoto.whole(photo.file()).toString()));
  }

  /** Adds a line. */
  synchronized void add(Entry entry) {
    byPhoto.put(entry.photo, entry);
    Path file = out.resolve(NAME);
    try {
      // The first newline ends a line that a crash may have cut off.
      String line = "\n" + MAPPER.writeValueAsString(entry);
      Files.write(
          file,
          line.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Problem(
          Words.of("batch.unwritten", "{0} cannot be written: choose another output folder", file),
          e);
    }
  }
}
