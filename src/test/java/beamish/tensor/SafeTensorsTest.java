package beamish.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.job.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class SafeTensorsTest {
  @TempDir Path folder;

  private static final List<Tensor> TENSORS =
      List.of(
          new Tensor("a", new int[] {2, 3}, new float[] {1, -2, 3.5f, 0, 1e-3f, 65000}),
          new Tensor("b", new int[] {}, new float[] {7}));

  @Test
  void bothPrecisionsComeBack() throws IOException {
    for (SafeTensors.Precision precision : SafeTensors.Precision.values()) {
      Path file = folder.resolve("x.safetensors");
      SafeTensors.write(file, TENSORS, Map.of("k", "v"), precision);
      Map<String, Tensor> back = SafeTensors.read(file);
      assertThat(back.keySet()).containsExactly("a", "b");
      assertThat(SafeTensors.metadata(file)).containsExactly(Map.entry("k", "v"));
      Tensor a = back.getOrDefault("a", TENSORS.get(1));
      assertThat(a.shape()).containsExactly(2, 3);
      for (int i = 0; i < 6; i++) {
        float wanted = TENSORS.get(0).data()[i];
        assertThat(Math.abs(a.data()[i] - wanted)).isLessThanOrEqualTo(Math.abs(wanted) * 1e-3f);
      }
      assertThat(folder.toFile().list()).containsExactly("x.safetensors");
    }
  }

  @Test
  void aFileThatLiesIsRefusedByName() throws IOException {
    String[] headers = {
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,8]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,9],\"data_offsets\":[0,8]}}",
      "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
      "{\"a\":5}",
      "not json"
    };
    for (String header : headers) {
      byte[] json = header.getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.allocate(16 + json.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(json.length).put(json).putLong(0);
      Path file = folder.resolve("lie.safetensors");
      Files.write(file, bytes.array());
      assertThatThrownBy(() -> SafeTensors.read(file))
          .as(header)
          .isInstanceOf(Problem.class)
          .hasMessageContaining(file.toString());
    }
    Path huge = folder.resolve("huge.safetensors");
    Files.write(
        huge,
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE).array());
    assertThatThrownBy(() -> SafeTensors.read(huge)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> SafeTensors.read(folder.resolve("none"))).isInstanceOf(Problem.class);
  }
}
