package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PiecedStreamTest {
  private final PiecedStream stream =
      new PiecedStream()
          .add(text("left out, kept,"), 9, 15)
          .add(text("nothing"), 3, 3)
          .add(text(" and this"));

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String next(int count) throws IOException {
    byte[] into = new byte[count];
    stream.readFully(into);
    return new String(into, StandardCharsets.US_ASCII);
  }

  @Test
  void readsOnAcrossPieces() throws IOException {
    assertThat(stream.length()).isEqualTo(15);
    assertThat(next(15)).isEqualTo(" kept, and this");
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(stream.read(new byte[4])).isEqualTo(-1);
  }

  @Test
  void goesBackAndForth() throws IOException {
    stream.seek(11);
    assertThat(next(4)).isEqualTo("this");
    stream.seek(1);
    assertThat((char) stream.read()).isEqualTo('k');
    assertThat(next(8)).isEqualTo("ept, and");
  }
}
