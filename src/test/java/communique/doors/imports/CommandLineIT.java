package communique.doors.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import communique.support.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as an archivist uses it. */
@ExtendWith(RunningSystem.Shared.class)
class CommandLineIT {
  private final RunningSystem system;

  CommandLineIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void a_file_is_imported_with_one_command(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("old [1-3].ndjson");
    Files.writeString(
        lines,
        "{\"source\":\"%s\",\"id\":\"1\",\"lang\":\"en\",\"body\":\"Old words.\"}\n{}\n"
            .formatted(UUID.randomUUID()));
    Said said = run(folder, lines);
    assertThat(said.code()).as(said.words()).isZero();
    assertThat(said.words()).contains("100%", "2 lines: 1 kept, 0 repeated, 1 refused", "/report");
  }

  @Test
  void an_import_of_which_no_line_was_taken_in_has_a_code_of_its_own(@TempDir Path folder)
      throws Exception {
    Path lines = folder.resolve("wrong.ndjson");
    Files.writeString(lines, "{}\n[]\n");
    Said said = run(folder, lines);
    assertThat(said.code()).as(said.words()).isEqualTo(3);
    assertThat(said.words()).contains("2 refused", "no line was taken in");
  }

  private Said run(Path folder, Path lines) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl here");
    Path netrc = folder.resolve("netrc");
    Files.writeString(
        netrc, "machine localhost login archivist password " + system.password("archivist") + "\n");
    ProcessBuilder command =
        new ProcessBuilder(
                "src/main/scripts/communique",
                "import",
                lines.toString(),
                "--office",
                "XV-PRES",
                "--kind",
                "release")
            .redirectErrorStream(true);
    command
        .environment()
        .putAll(
            Map.of(
                "COMMUNIQUE_URL",
                system.httpsUri().toString().replaceFirst("/$", ""),
                "COMMUNIQUE_NETRC",
                netrc.toString(),
                "COMMUNIQUE_CA",
                system.mediaFolder().resolveSibling("localhost.pem").toString()));
    Process process = command.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.exitValue(), words);
  }

  private record Said(int code, String words) {}
}
