package beamish.codec;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Pieces of byte arrays read as one file, so that a file with some parts left out is not a second
 * file in memory.
 */
final class PiecedStream extends ImageInputStreamImpl {
  private final List<Piece> pieces = new ArrayList<>();
  private long length;
  private int current;

  /** Bytes {@code from} to {@code to} of an array, which stand at {@code at} in the whole. */
  private record Piece(byte[] bytes, int from, int to, long at) {
    boolean holds(long position) {
      return position >= at && position < at + to - from;
    }
  }

  /** Adds the bytes {@code from} to {@code to}, which are not copied, at the end. */
  PiecedStream add(byte[] bytes, int from, int to) {
    if (to > from) {
      pieces.add(new Piece(bytes, from, to, length));
      length += to - from;
    }
    return this;
  }

  /** Adds all of {@code bytes}. */
  PiecedStream add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    Piece piece = piece();
    int at = piece.from + (int) (streamPos++ - piece.at);
    return piece.bytes[at] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) {
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    Piece piece = piece();
    int at = piece.from + (int) (streamPos - piece.at);
    int n = Math.min(count, piece.to - at);
    System.arraycopy(piece.bytes, at, into, offset, n);
    streamPos += n;
    return n;
  }

  /** The piece at the stream's position; mostly the one before, or the next. */
  private Piece piece() {
    if (!pieces.get(current).holds(streamPos)) {
      current =
          current + 1 < pieces.size() && pieces.get(current + 1).holds(streamPos)
              ? current + 1
              : find();
    }
    return pieces.get(current);
  }

  private int find() {
    int i = 0;
    while (!pieces.get(i).holds(streamPos)) {
      i++;
    }
    return i;
  }
}
