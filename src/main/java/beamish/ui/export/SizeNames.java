package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.ui.text.Messages;
import java.util.List;
import javafx.util.StringConverter;

/** Long edges as people read and type them: "2048 px"; what holds no number is the photo's size. */
final class SizeNames extends StringConverter<Integer> {
  /** What is offered; any other may be typed. */
  static final List<Integer> OFFERED = List.of(ExportSettings.OWN_SIZE, 1080, 1600, 2048, 3840);

  private static final int MOST = 65_535;

  @Override
  public String toString(Integer longEdge) {
    return longEdge == null || longEdge == ExportSettings.OWN_SIZE
        ? Messages.text("export.size.own")
        : Messages.text("export.size.px", String.valueOf(longEdge));
  }

  @Override
  public Integer fromString(String typed) {
    String digits = typed.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return ExportSettings.OWN_SIZE;
    }
    return digits.length() > 5 ? MOST : Math.min(MOST, Integer.parseInt(digits));
  }
}
