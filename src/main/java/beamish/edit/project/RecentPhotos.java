package beamish.edit.project;

import beamish.job.WholeFile;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The photos and folders of photos opened lately, the last one first, in a file of the user's. Any
 * thread; meant for the io lane. That the list cannot be read or written spoils nothing and is only
 * logged.
 */
public final class RecentPhotos {
  /** How many are kept. */
  public static final int MOST = 12;

  private static final Logger LOG = LoggerFactory.getLogger(RecentPhotos.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final @Nullable Path file;

  private RecentPhotos(@Nullable Path file) {
    this.file = file;
  }

  /** Kept in {@code file}, whose folder is made when needed. */
  public static RecentPhotos in(Path file) {
    return new RecentPhotos(file);
  }

  /** Always empty. */
  public static RecentPhotos none() {
    return new RecentPhotos(null);
  }

  /** Those that are still there. */
  public synchronized List<Path> list() {
    return all().stream().filter(Files::exists).toList();
  }

  /** Puts a photo or a folder on top. */
  public synchronized void add(Path opened) {
    if (file == null) {
      return;
    }
    Path whole = opened.toAbsolutePath().normalize();
    List<Path> next = new ArrayList<>(all());
    next.remove(whole);
    next.add(0, whole);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      List<String> names = next.stream().limit(MOST).map(Path::toString).toList();
      WholeFile.write(file, JSON.writeValueAsBytes(names));
    } catch (IOException e) {
      LOG.warn("The list of recent photos cannot be kept", e);
    }
  }

  private List<Path> all() {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<String>>() {}).stream()
          .map(Path::of)
          .toList();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The list of recent photos cannot be read", e);
      return List.of();
    }
  }
}
