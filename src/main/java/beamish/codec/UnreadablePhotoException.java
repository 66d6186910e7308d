package beamish.codec;

import beamish.job.Words;
import java.io.IOException;

/**
 * A sound file that this program does not read. Its message completes "FILE is …" and names the
 * remedy; every other {@link IOException} of a decoder means that the file is damaged.
 */
final class UnreadablePhotoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  UnreadablePhotoException(Words words) {
    super(words.toString());
    this.words = words;
  }

  /** The message for other languages. */
  Words words() {
    return words;
  }
}
