package beamish.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes of a sequential JPEG's only scan without making pixels of them (ITU-T T.81 annex
 * F.2), to learn whether each block is there. That takes less than a decoder does, and beside one
 * that is fast but keeps quiet about damage it takes no time of its own.
 *
 * <p>Says no rather too often: of progressive files, of several scans, and of damage that a decoder
 * would only warn of.
 */
final class JpegScan {
  private static final int DHT = 0xc4;
  private static final int DRI = 0xdd;
  private static final int EOI = 0xd9;
  private static final int RST0 = 0xd0;

  /** Codes up to so many bits are looked up at once. */
  private static final int QUICK = 10;

  private final byte[] file;
  private final @Nullable Codes[] dc = new Codes[4];
  private final @Nullable Codes[] ac = new Codes[4];
  private int restartInterval;

  /** Next byte to read. */
  private int at;

  /** Bits read and not used, the next one highest. */
  private long bits;

  private int count;

  /** Whether a marker ended the bits. */
  private boolean ended;

  private JpegScan(byte[] file) {
    this.file = file;
  }

  /**
   * Whether every block of the picture is there, and nothing else.
   *
   * @param jpeg the header of {@code file}
   */
  static boolean isWhole(byte[] file, JpegFile jpeg) {
    if (jpeg.sofMarker() != 0xc0 && jpeg.sofMarker() != 0xc1) {
      return false;
    }
    try {
      return new JpegScan(file).read(jpeg);
    } catch (ArrayIndexOutOfBoundsException tooShort) {
      return false;
    }
  }

  private boolean read(JpegFile jpeg) {
    JpegFile.Segment frame = null;
    for (JpegFile.Segment segment : jpeg.segments()) {
      if (segment.marker() == DHT && !readCodes(segment)) {
        return false;
      } else if (segment.marker() == DRI) {
        restartInterval = u16(segment.from() + 4);
      } else if (segment.marker() == jpeg.sofMarker()) {
        frame = segment;
      }
    }
    int scan = jpeg.scansAt();
    int components = file[scan + 4];
    if (frame == null || components != jpeg.components()) {
      return false;
    }
    at = scan + 2 + u16(scan + 2);
    int widest = 1;
    int highest = 1;
    for (int c = 0; c < components && components > 1; c++) {
      int sampling = file[frame.from() + 11 + 3 * c];
      widest = Math.max(widest, sampling >> 4);
      highest = Math.max(highest, sampling & 15);
    }
    Codes[] blockDc = new Codes[10];
    Codes[] blockAc = new Codes[10];
    int blocks = 0;
    for (int c = 0; c < components; c++) {
      int sampling = components == 1 ? 0x11 : file[frame.from() + 11 + 3 * c];
      int tables = file[scan + 6 + 2 * c];
      for (int b = (sampling >> 4) * (sampling & 15); b > 0; b--) {
        blockDc[blocks] = dc[tables >> 4];
        blockAc[blocks] = ac[tables & 15];
        if (blockDc[blocks] == null || blockAc[blocks++] == null) {
          return false;
        }
      }
    }
    long units = parts(jpeg.width(), widest) * parts(jpeg.height(), highest);
    return blocks > 0 && units(units, blocks, blockDc, blockAc) && endsHere();
  }

  private static long parts(int length, int blocks) {
    long part = 8L * blocks;
    return (length + part - 1) / part;
  }

  private int u16(int from) {
    return (file[from] & 0xff) << 8 | (file[from + 1] & 0xff);
  }

  private boolean readCodes(JpegFile.Segment segment) {
    int from = segment.from() + 4;
    while (from < segment.to()) {
      int kind = file[from] & 0xff;
      Codes codes = Codes.read(file, from + 1, segment.to());
      if (codes == null || (kind & 15) > 3 || kind >> 4 > 1) {
        return false;
      }
      (kind >> 4 == 0 ? dc : ac)[kind & 15] = codes;
      from += 17 + codes.symbols.length;
    }
    return true;
  }

  private boolean units(long units, int blocks, Codes[] blockDc, Codes[] blockAc) {
    int next = 0;
    for (long unit = 0; unit < units; unit++) {
      if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
        if (!restarts(next)) {
          return false;
        }
        next = (next + 1) & 7;
      }
      for (int b = 0; b < blocks; b++) {
        if (!block(blockDc[b], blockAc[b])) {
          return false;
        }
      }
    }
    return true;
  }

  /** One block's codes: its mean's size, then runs of zeros with the size of what ends them. */
  private boolean block(Codes mean, Codes rest) {
    int symbol = symbol(mean);
    if (symbol < 0 || symbol > 11 || !skip(symbol)) {
      return false;
    }
    for (int k = 1; k < 64; k++) {
      symbol = symbol(rest);
      if (symbol < 0) {
        return false;
      }
      int size = symbol & 15;
      int run = symbol >> 4;
      if (size == 0 && run != 15) {
        return true;
      }
      k += run;
      if (k > 63 || !skip(size)) {
        return false;
      }
    }
    return true;
  }

  /** The next code's symbol; −1 where there is none. */
  private int symbol(Codes codes) {
    if (count < 16) {
      fill();
    }
    int quick = codes.quick[(int) (bits >>> (64 - QUICK))];
    int length = quick >> 8;
    int symbol = quick & 0xff;
    if (length == 0) {
      length = codes.length((int) (bits >>> 48));
      symbol = length > 16 ? -1 : codes.symbol((int) (bits >>> (64 - length)), length);
    }
    return symbol >= 0 && skip(length) ? symbol : -1;
  }

  /** Uses up bits; false where there are none. */
  private boolean skip(int n) {
    if (count < n) {
      fill();
      if (count < n) {
        return false;
      }
    }
    bits <<= n;
    count -= n;
    return true;
  }

  private void fill() {
    while (count <= 56 && !ended) {
      int b = file[at] & 0xff;
      if (b == 0xff) {
        if (file[at + 1] != 0) {
          ended = true;
          return;
        }
        at++;
      }
      at++;
      bits |= (long) b << (56 - count);
      count += 8;
    }
  }

  /** Whether a restart marker stands here, the expected one. */
  private boolean restarts(int expected) {
    boolean here = marker() == RST0 + expected;
    bits = 0;
    count = 0;
    ended = false;
    return here;
  }

  /** Whether the picture's end stands here. */
  private boolean endsHere() {
    return marker() == EOI;
  }

  /** The marker at hand, passed over; −1 if more than a byte's padding is in between. */
  private int marker() {
    fill();
    if (!ended || count > 7) {
      return -1;
    }
    while (file[at] == (byte) 0xff) {
      at++;
    }
    return file[at++] & 0xff;
  }

  /** A Huffman table (T.81 annex C): codes of a length are consecutive numbers. */
  private static final class Codes {
    /** The symbols, by their codes' length and then number. */
    private final byte[] symbols;

    /** Of each length, the number beyond its last code, from the left in 16 bits. */
    private final int[] end = new int[18];

    /** Of each length, where in {@link #symbols} its code 0 would stand. */
    private final int[] origin = new int[17];

    /** By the next {@link #QUICK} bits: a code's length and symbol; 0 where it is longer. */
    private final short[] quick = new short[1 << QUICK];

    private Codes(byte[] symbols) {
      this.symbols = symbols;
    }

    static @Nullable Codes read(byte[] file, int from, int to) {
      int total = 0;
      for (int length = 1; length <= 16; length++) {
        total += file[from + length - 1] & 0xff;
      }
      int first = from + 16;
      if (total > 256 || first + total > to) {
        return null;
      }
      Codes codes = new Codes(Arrays.copyOfRange(file, first, first + total));
      int code = 0;
      int i = 0;
      for (int length = 1; length <= 16; length++) {
        int many = file[from + length - 1] & 0xff;
        codes.origin[length] = i - code;
        for (int k = 0; k < many; k++, code++, i++) {
          if (length <= QUICK && code < 1 << length) {
            int at = code << (QUICK - length);
            Arrays.fill(
                codes.quick,
                at,
                at + (1 << (QUICK - length)),
                (short) (length << 8 | (codes.symbols[i] & 0xff)));
          }
        }
        if (code > 1 << length) {
          return null;
        }
        codes.end[length] = code << (16 - length);
        code <<= 1;
      }
      codes.end[17] = Integer.MAX_VALUE;
      return codes;
    }

    /** The length of the code that 16 bits begin with; 17 where none does. */
    int length(int sixteen) {
      int length = QUICK + 1;
      while (sixteen >= end[length]) {
        length++;
      }
      return length;
    }

    int symbol(int code, int length) {
      return symbols[origin[length] + code] & 0xff;
    }
  }
}
