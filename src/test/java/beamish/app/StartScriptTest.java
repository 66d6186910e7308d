package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a small script in Java's place that tells how it was called. */
class StartScriptTest {
  private Path folder;
  private Path dist;
  private Path script;

  private record Outcome(int code, String text) {}

  @BeforeEach
  void installScript(@TempDir Path temporary) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the start script needs bash");
    folder = temporary.toRealPath();
    dist = folder.resolve("dist");
    Path bin = Files.createDirectories(dist.resolve("bin"));
    script =
        Files.writeString(
            bin.resolve("beamish"),
            Files.readString(Path.of("packaging/beamish"))
                .replace("@jvm.args@", "-Dflag=1")
                .replace("@dist.heap@", "4g"));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private Path fakeJava(String name, String version, String body) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + body);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private Outcome run(Path command, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).directory(folder.toFile());
    builder.environment().remove("OMP_WAIT_POLICY");
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("XDG_CACHE_HOME", cache().toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }

  /** With a space, as a name of a user may have. */
  private Path cache() {
    return folder.resolve("a cache");
  }

  @Test
  void passesEverythingOn() throws Exception {
    Path home =
        fakeJava(
            "new", "25.0.1", "echo \"policy $OMP_WAIT_POLICY\"; printf '<%s>' \"$@\"; exit 7\n");

    Outcome outcome = run(script, Map.of("JAVA_HOME", home.toString()), "apply", "a photo.jpg");

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.text())
        .contains("policy passive", "<-Dflag=1>", "<-Xmx4g>", "<-Dbeamish.home=" + dist + ">")
        .endsWith(
            "<-cp><" + dist.resolve("lib/beamish.jar") + "><beamish.app.Main><apply><a photo.jpg>");
  }

  @Test
  void worksThroughASymlinkAndTakesTheUsersOptions() throws Exception {
    Path home = fakeJava("new", "26", "printf '<%s>' \"$@\"\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), script);

    Outcome outcome =
        run(link, Map.of("JAVA_HOME", home.toString(), "BEAMISH_JAVA_OPTS", "-Xmx9g -Dx=y"));

    assertThat(outcome.code()).isZero();
    assertThat(outcome.text())
        .contains("<-Dbeamish.home=" + dist + ">")
        .contains("<-Xmx4g>", "<-Xmx9g><-Dx=y><-cp>");
  }

  @Test
  void anOldJavaIsPassedOver() throws Exception {
    Path old = fakeJava("old", "17.0.15", "echo old\n");
    Path fresh = fakeJava("new", "25", "echo new\n");

    Outcome outcome =
        run(
            script,
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "PATH",
                fresh.resolve("bin") + ":" + System.getenv("PATH")));

    assertThat(outcome.text()).isEqualTo("new\n");
  }

  @Test
  void askedWhenThereIsNoReleaseFile() throws Exception {
    Path home =
        fakeJava(
            "new",
            "x",
            """
            [ "$1" = -version ] && echo 'openjdk version "25.0.1" 2026-01-20' && exit
            echo started
            """);
    Files.delete(home.resolve("release"));

    assertThat(run(script, Map.of("JAVA_HOME", home.toString())).text()).isEqualTo("started\n");
  }

  @Test
  void windowsLeaveTheirClassesForTheNext() throws Exception {
    Path home = fakeJava("new", "25", "printf '<%s>' \"$@\"\n");
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
    Path photo = Files.createFile(folder.resolve("a photo.jpg"));

    String window = run(script, environment).text();
    String onPhoto = run(script, environment, photo.toString()).text();
    String command = run(script, environment, "models").text();

    assertThat(written(window)).startsWith(cache().resolve("beamish/classes-").toString());
    assertThat(written(onPhoto)).isEqualTo(written(window));
    assertThat(command).doesNotContain("-XX:AOTCache");

    Files.createFile(Path.of(written(window)));
    for (String later :
        List.of(run(script, environment).text(), run(script, environment, "models").text())) {
      assertThat(later).contains("<-XX:AOTCache=" + written(window) + ">");
      assertThat(later).doesNotContain("-XX:AOTCacheOutput");
    }
  }

  @Test
  void whatJavaSaysOfItsCacheIsKeptFromTheTerminal() throws Exception {
    Path home =
        fakeJava(
            "new",
            "25",
            """
            echo 'Picked up JAVA_TOOL_OPTIONS: -Djava.class.path=x -XX:AOTMode=create' >&2
            echo 'beamish: no display' >&2
            """);

    assertThat(run(script, Map.of("JAVA_HOME", home.toString())).text())
        .isEqualTo("beamish: no display\n");
  }

  @Test
  void nothingIsKeptOnADiskThatIsNearlyFull() throws Exception {
    Path home = fakeJava("new", "25", "printf '<%s>' \"$@\"\n");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path df =
        Files.writeString(tools.resolve("df"), "#!/bin/sh\nprintf 'Head\\nx 9 9 399000 1%% /\\n'");
    assertThat(df.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("JAVA_HOME", home.toString(), "PATH", tools + ":" + System.getenv("PATH"));

    assertThat(run(script, environment).text()).contains("<-cp>").doesNotContain("AOTCache");
  }

  @Test
  void classesOfAnOlderProgramAreTakenAway() throws Exception {
    Path home = fakeJava("new", "25", "printf '<%s>' \"$@\"\n");
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
    Path archive = Path.of(written(run(script, environment).text()));
    Path jar =
        Files.createFile(Files.createDirectories(dist.resolve("lib")).resolve("beamish.jar"));
    Files.createFile(archive);

    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
    run(script, environment);
    assertThat(archive).as("made after the program").exists();

    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    run(script, environment);
    assertThat(archive).as("made before it").doesNotExist();
  }

  @Test
  void classesOfAnotherJavaAreTakenAway() throws Exception {
    Path home = fakeJava("new", "25", "printf '<%s>' \"$@\"\n");
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
    Path archive = Path.of(written(run(script, environment).text()));
    Files.createFile(archive);

    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    String text = run(script, environment).text();

    assertThat(written(text)).isNotEqualTo(archive.toString());
    assertThat(archive).doesNotExist();
  }

  /** The file that a start leaves its classes in. */
  private static String written(String text) {
    assertThat(text).contains("<-XX:AOTCacheOutput=");
    return text.replaceAll("(?s).*<-XX:AOTCacheOutput=([^>]*)>.*", "$1");
  }
}
