package communique.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL.
 *
 * @param folder with {@code bin}
 * @param locale the options of its initdb for an order of texts by code point
 */
record PostgresInstallation(Path folder, List<String> locale) {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** The one that comes with the build. */
  static PostgresInstallation ofMaven(Path parts) throws IOException, CannotRun {
    return new PostgresInstallation(
        PostgresBinaries.unpackedIn(parts),
        List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
  }

  /** The newest that is installed from Debian's packages. */
  static PostgresInstallation ofDebian() throws IOException, CannotRun {
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        Path newest =
            versions
                .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                .max(Comparator.comparing(version -> Integer.valueOf("" + version.getFileName())))
                .orElseThrow(PostgresInstallation::absent);
        return new PostgresInstallation(newest, List.of("--locale=C.UTF-8"));
      }
    }
    throw absent();
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static CannotRun absent() {
    return new CannotRun("Debian's PostgreSQL is not installed: apt-get install postgresql.");
  }
}
