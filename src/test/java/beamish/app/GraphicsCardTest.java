package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphicsCardTest {

  @ParameterizedTest
  @CsvSource({"3,5,false", "3,7,true", "7,5,true", "8,9,true", "9,0,false", "12,0,false"})
  void onlyCardsThatCuda116HasCodeForAreUsable(int major, int minor, boolean usable) {
    GraphicsCard card = GraphicsCard.judge("Some card", major, minor);

    assertThat(card.isUsable()).isEqualTo(usable);
    assertThat(card.text()).contains("Some card", major + "." + minor);
    assertThat(card.text().contains("working on the CPU")).isEqualTo(!usable);
  }

  @Test
  void lookingNeverThrows() {
    GraphicsCard card = GraphicsCard.look();

    assertThat(card.text()).isNotBlank();
    assertThat(card.isUsable()).isEqualTo(!card.text().contains("working on the CPU"));
  }
}
