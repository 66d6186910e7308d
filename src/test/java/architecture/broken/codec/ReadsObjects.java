package architecture.broken.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Java serialisation. */
public final class ReadsObjects {
  /** Never called. */
  public int read(InputStream in) throws IOException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readInt();
    }
  }
}
