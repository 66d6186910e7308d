package beamish.codec;

import java.io.IOException;

/**
 * A sound file that this program does not read. Its message completes "FILE is …" and names the
 * remedy; every other {@link IOException} of a decoder means that the file is damaged.
 */
final class UnreadablePhotoException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadablePhotoException(String message) {
    super(message);
  }
}
