package architecture.broken.codec;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Goes to the network by a URL. */
public final class OpensUrl {
  /** Never called. */
  public InputStream open(URL url) throws IOException {
    return url.openStream();
  }
}
