package architecture.broken.codec;

import java.io.IOException;
import java.net.Socket;

/** Goes to the network. */
public final class OpensSocket {
  /** Never called. */
  public Socket open() throws IOException {
    return new Socket("localhost", 9);
  }
}
