package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeEnvironmentTest {

  @Test
  void nativeCodeSeesWhatIsSet() {
    assertThat(NativeEnvironment.variable("BEAMISH_TEST_VARIABLE")).isEmpty();

    NativeEnvironment.setVariable("BEAMISH_TEST_VARIABLE", "passive");

    assertThat(NativeEnvironment.variable("BEAMISH_TEST_VARIABLE")).contains("passive");
  }

  @Test
  void preparesWhatTheNetworksNeed() {
    NativeEnvironment.prepare();

    assertThat(NativeEnvironment.variable(NativeEnvironment.WAIT_POLICY)).contains("passive");
    assertThat(System.getProperty(NativeEnvironment.HELPERS_DISABLED)).isEqualTo("false");
  }
}
