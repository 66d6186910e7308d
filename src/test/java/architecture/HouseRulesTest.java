package architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final String BROKEN_ROOT = "architecture.broken";
  private static final Map<String, ArchRule> RULES = HouseRules.of("beamish");
  private static final Map<String, ArchRule> BROKEN_RULES = HouseRules.of(BROKEN_ROOT);
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("beamish");
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(BROKEN_ROOT);

  /** Rule to the classes that must make it fail, and no others. */
  private static final Map<String, Set<String>> BREAKERS =
      Map.ofEntries(
          Map.entry("layers", Set.of("image.LooksUp", "cli.OpensWindow", "ui.RunsCommand")),
          Map.entry("cli without ui", Set.of("cli.OpensWindow")),
          Map.entry("ui without cli", Set.of("ui.RunsCommand")),
          Map.entry("JavaFX", Set.of("edit.ShowsNode")),
          Map.entry("networks", Set.of("training.HoldsArray", "training.LoadsZip")),
          Map.entry("OpenCV", Set.of("codec.HoldsMat")),
          Map.entry("offline", Set.of("codec.OpensSocket", "codec.OpensUrl")),
          Map.entry("threads", Set.of("edit.StartsThread", "edit.MakesPool")),
          Map.entry("class names", Set.of("edit.PhotoManager")),
          Map.entry("field names", Set.of("edit.PhotoManager")),
          Map.entry("slow work", Set.of("ui.DecodesPhoto")),
          Map.entry("serialisation", Set.of("codec.ReadsObjects", "training.LoadsZip")));

  static Stream<String> names() {
    return RULES.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void theHouseKeeps(String name) {
    RULES.get(name).check(HOUSE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void wouldNoticeWhoBreaks(String name) {
    List<String> details = BROKEN_RULES.get(name).evaluate(BROKEN).getFailureReport().getDetails();

    Set<String> breakers = BREAKERS.get(name);
    assertThat(breakers)
        .allSatisfy(b -> assertThat(details).anyMatch(d -> d.contains(BROKEN_ROOT + "." + b)));
    assertThat(details)
        .allMatch(d -> breakers.stream().anyMatch(b -> d.contains(BROKEN_ROOT + "." + b)));
  }

  @Test
  void theHouseIsRead() {
    assertThat(HOUSE.contain("beamish.job.Lanes")).isTrue();
    assertThat(BREAKERS.keySet()).isEqualTo(RULES.keySet());
  }
}
