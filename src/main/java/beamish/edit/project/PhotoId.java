package beamish.edit.project;

import beamish.job.Problem;
import beamish.job.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which photo an edit belongs to: the very bytes of its file.
 *
 * @param name the file's name, for people; a copy under another name is the same photo
 * @param size bytes
 * @param sha256 of all of them, lower-case hex
 */
public record PhotoId(String name, long size, String sha256) {
  private static final int BLOCK = 1 << 16;

  /** Refuses what is no SHA-256, since it becomes a file's name. */
  public PhotoId {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }

  /**
   * Reads the whole of a file.
   *
   * @throws Problem if it cannot be read
   */
  static PhotoId of(Path photo) {
    try (InputStream in = Files.newInputStream(photo)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[BLOCK];
      long size = 0;
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
        size += n;
      }
      return new PhotoId(
          String.valueOf(photo.getFileName()), size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new Problem(
          Words.of("photo.gone", "{0} cannot be read: check that it is still there", photo), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether {@code other} is of the same bytes, whatever its name. */
  boolean isSamePhoto(PhotoId other) {
    return size == other.size && sha256.equals(other.sha256);
  }
}
