package beamish.edit.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Small files that are there as a whole or not at all, whenever the process ends. */
final class WholeFile {
  private static final String PART = ".part";

  private WholeFile() {}

  /** Writes beside {@code target}, forces to disk, and moves into place. */
  static void write(Path target, byte[] bytes) throws IOException {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    Path part = target.resolveSibling(prefix(target) + random + PART);
    try {
      try (FileChannel out =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What a killed process began beside {@code target}: hidden files that nobody reads. */
  static boolean isLeftover(Path file, Path target) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix(target)) && name.endsWith(PART);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }
}
