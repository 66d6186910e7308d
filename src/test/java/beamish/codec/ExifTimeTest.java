package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ExifTimeTest {
  private static final int ORIGINAL = 0x9003;
  private static final int DIGITIZED = 0x9004;
  private static final int SUBSECONDS = 0x9291;

  /** A block whose EXIF directory holds this time under {@code id}, and these sub-seconds. */
  private static PhotoMetadata block(ByteOrder order, int id, String time, String subseconds) {
    ByteBuffer b = ByteBuffer.allocate(8 + 18 + 30 + 20).order(order);
    b.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    b.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    b.putShort((short) 42).putInt(8);
    b.putShort((short) 1).putShort((short) TiffStream.EXIF_IFD).putShort((short) TiffStream.LONG);
    b.putInt(1).putInt(26).putInt(0);
    b.putShort((short) 2).putShort((short) id).putShort((short) 2).putInt(20).putInt(56);
    b.putShort((short) SUBSECONDS).putShort((short) 2).putInt(subseconds.length() + 1);
    b.put((subseconds + "\0\0\0\0").substring(0, 4).getBytes(StandardCharsets.US_ASCII));
    b.putInt(0).put((time + "\0").getBytes(StandardCharsets.US_ASCII));
    return new PhotoMetadata(b.array(), null, null);
  }

  @Test
  void tellsWhenAPhotoWasTakenToThePartOfASecond() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      assertThat(block(order, ORIGINAL, "2024:05:06 07:08:09", "25").taken())
          .contains(LocalDateTime.of(2024, 5, 6, 7, 8, 9, 250_000_000));
    }
    assertThat(block(ByteOrder.BIG_ENDIAN, DIGITIZED, "2024:05:06 07:08:09", "5").taken())
        .contains(LocalDateTime.of(2024, 5, 6, 7, 8, 9));
  }

  @Test
  void knowsNothingFromNonsense() {
    assertThat(block(ByteOrder.BIG_ENDIAN, ORIGINAL, "2024:02:30 07:08:09", "").taken()).isEmpty();
    assertThat(block(ByteOrder.BIG_ENDIAN, ORIGINAL, "    :  :     :  :  ", "").taken()).isEmpty();
    assertThat(PhotoMetadata.NONE.taken()).isEmpty();
    byte[] cut = block(ByteOrder.BIG_ENDIAN, ORIGINAL, "2024:05:06 07:08:09", "").exif();
    for (int n = 0; cut != null && n < cut.length - 1; n++) {
      assertThat(new PhotoMetadata(java.util.Arrays.copyOf(cut, n), null, null).taken()).isEmpty();
    }
  }
}
