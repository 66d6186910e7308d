package beamish.tensor;

import beamish.job.Problem;
import beamish.job.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes safetensors files: eight bytes of header length, a JSON header of names, shapes
 * and offsets, then little-endian numbers. Only F32 and F16 are written and read; F16 is widened.
 *
 * <p>Format: https://huggingface.co/docs/safetensors (section "Format").
 */
public final class SafeTensors {
  private static final long MAX_FILE_BYTES = 512L << 20;
  private static final int MAX_HEADER_BYTES = 4 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafeTensors() {}

  /** How numbers are stored. */
  public enum Precision {
    F32,
    F16
  }

  /**
   * Reads every tensor, in file order, by name.
   *
   * @throws Problem if the file is missing, damaged or larger than half a gigabyte
   */
  public static Map<String, Tensor> read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new Problem(file + ": too large to be a model of ours; use another file");
      }
      return read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * The same of a file's bytes.
   *
   * @param whose names the file in messages
   */
  public static Map<String, Tensor> read(byte[] bytes, String whose) {
    try {
      return parse(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException | RuntimeException e) {
      throw unreadable(whose, e);
    }
  }

  /**
   * The free text pairs of a file's header; reads no tensor.
   *
   * @throws Problem if the file is missing or damaged
   */
  public static Map<String, String> metadata(Path file) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      long length = Long.reverseBytes(in.readLong());
      if (length < 2 || length > MAX_HEADER_BYTES) {
        throw new IOException("header of " + length + " bytes");
      }
      byte[] header = new byte[(int) length];
      in.readFully(header);
      Map<String, String> pairs = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> e :
          JSON.readTree(header).path("__metadata__").properties()) {
        pairs.put(e.getKey(), e.getValue().asText());
      }
      return pairs;
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static Problem unreadable(String whose, Exception e) {
    return new Problem(
        Words.of("model.weights", "{0}: not a readable weights file; get the model anew", whose),
        e);
  }

  private static Map<String, Tensor> parse(ByteBuffer all) throws IOException {
    long headerLength = all.getLong();
    if (headerLength < 2 || headerLength > Math.min(MAX_HEADER_BYTES, all.remaining())) {
      throw new IOException("header of " + headerLength + " bytes");
    }
    byte[] header = new byte[(int) headerLength];
    all.get(header);
    int start = all.position();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    // tensors that lie over one another would fill the memory from a small file
    long room = all.remaining();
    for (Map.Entry<String, JsonNode> entry : JSON.readTree(header).properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        JsonNode offsets = entry.getValue().required("data_offsets");
        room -= Math.max(0, offsets.get(1).asLong() - offsets.get(0).asLong());
        if (room < 0) {
          throw new IOException(entry.getKey() + ": lies over another");
        }
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), all, start));
      }
    }
    return tensors;
  }

  private static Tensor tensor(String name, JsonNode node, ByteBuffer all, int start)
      throws IOException {
    Precision precision = Precision.valueOf(node.required("dtype").asText());
    int[] shape = new int[node.required("shape").size()];
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.required("shape").get(i).asInt();
      if (shape[i] < 0) {
        throw new IOException(name + ": negative axis");
      }
      count = Math.multiplyExact(count, shape[i]);
    }
    long from = node.required("data_offsets").get(0).asLong();
    long to = node.required("data_offsets").get(1).asLong();
    int width = precision == Precision.F32 ? 4 : 2;
    if (from < 0 || to - from != count * width || start + to > all.limit()) {
      throw new IOException(name + ": wrong offsets");
    }
    ByteBuffer slice =
        all.slice((int) (start + from), (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
    float[] data = new float[(int) count];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          precision == Precision.F32 ? slice.getFloat() : Float.float16ToFloat(slice.getShort());
    }
    return new Tensor(name, shape, data);
  }

  /**
   * Writes beside {@code file}, forces to disk and moves into place, so that the file is whole or
   * not there at all.
   *
   * @param metadata free text pairs for the header
   * @throws IOException if the disk does not take it; {@code file} is then as it was
   * @throws Problem if it would be too large to be read again; likewise
   */
  public static void write(
      Path file, Collection<Tensor> tensors, Map<String, String> metadata, Precision precision)
      throws IOException {
    int width = precision == Precision.F32 ? 4 : 2;
    ObjectNode header = JSON.createObjectNode();
    ObjectNode meta = header.putObject("__metadata__");
    metadata.forEach(meta::put);
    long offset = 0;
    for (Tensor t : tensors) {
      ObjectNode node = header.putObject(t.name());
      node.put("dtype", precision.name());
      ArrayNode shape = node.putArray("shape");
      for (int axis : t.shape()) {
        shape.add(axis);
      }
      long end = offset + (long) t.data().length * width;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    if (offset > MAX_FILE_BYTES - MAX_HEADER_BYTES) {
      throw new Problem(
          file
              + ": more than half a gigabyte, which could not be read again; use smaller networks");
    }
    byte[] json = padded(JSON.writeValueAsBytes(header));
    ByteBuffer start =
        ByteBuffer.allocate(8 + json.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .flip();
    // always the same name: what a killed process left of many megabytes is written over
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel out =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(start, out);
        for (Tensor t : tensors) {
          write(encode(t.data(), precision), out);
        }
        out.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void write(ByteBuffer part, FileChannel out) throws IOException {
    while (part.hasRemaining()) {
      out.write(part);
    }
  }

  /** The header is padded with blanks so that the numbers start on a multiple of eight bytes. */
  private static byte[] padded(byte[] json) {
    byte[] out = new byte[(json.length + 7) / 8 * 8];
    Arrays.fill(out, (byte) ' ');
    System.arraycopy(json, 0, out, 0, json.length);
    return out;
  }

  private static ByteBuffer encode(float[] data, Precision precision) {
    boolean wide = precision == Precision.F32;
    ByteBuffer out =
        ByteBuffer.allocate(data.length * (wide ? 4 : 2)).order(ByteOrder.LITTLE_ENDIAN);
    for (float f : data) {
      if (wide) {
        out.putFloat(f);
      } else {
        out.putShort(Float.floatToFloat16(f));
      }
    }
    return out.flip();
  }
}
