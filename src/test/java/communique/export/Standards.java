package communique.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The standards that others publish, which are not part of this project. */
final class Standards {
  private Standards() {}

  /** A file of them; the test is skipped where they are absent. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("communique.standards", "absent"), name);
    assumeTrue(
        Files.exists(file),
        () -> "not held against the standard: there is no " + file + " (-Dcommunique.standards=…)");
    return file;
  }
}
