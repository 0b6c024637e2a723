package communique.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The offices and accounts of a new archive: {@code setup.json}, from which the archive makes them
 * at its start, and {@code netrc}, from which curl takes the passwords.
 */
record Logins(Path setupFile, Path netrc) {
  private static final List<String> ACCOUNTS =
      List.of("xv-depositor", "kr-depositor", "archivist", "admin");

  static Logins of(Path home) throws IOException {
    Logins logins = new Logins(home.resolve("setup.json"), home.resolve("netrc"));
    if (!Files.exists(logins.setupFile)) {
      logins.make();
    }
    return logins;
  }

  /**
   * @throws IllegalArgumentException when there is no such account
   */
  String password(String account) throws IOException {
    try (var lines = Files.lines(netrc)) {
      return lines
          .map(line -> line.split(" ", -1))
          .filter(words -> words[3].equals(account))
          .map(words -> words[5])
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no account " + account));
    }
  }

  private void make() throws IOException {
    Folders.writePrivately(
        netrc,
        ACCOUNTS.stream()
            .map(name -> "machine localhost login " + name + " password " + Secrets.random() + "\n")
            .collect(Collectors.joining()));
    String setup = Resources.text("setup.json");
    for (String account : ACCOUNTS) {
      setup = setup.replace("${" + account + "}", password(account));
    }
    Folders.writePrivately(setupFile, setup);
  }
}
