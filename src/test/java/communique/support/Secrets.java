package communique.support;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of one home between its servers: made at random at the first run, kept in a file
 * that only the owner can read.
 *
 * @param postgres of PostgreSQL's superuser
 * @param database of the role as which the archive works
 * @param keyStore of the key store of HTTPS
 */
record Secrets(String postgres, String database, String keyStore) {

  static Secrets of(Path home) throws IOException {
    Path file = home.resolve("secrets.properties");
    if (!Files.exists(file)) {
      Properties made = new Properties();
      made.setProperty("postgres", random());
      made.setProperty("database", random());
      made.setProperty("keyStore", random());
      StringWriter text = new StringWriter();
      made.store(text, null);
      Folders.writePrivately(file, text.toString());
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return new Secrets(
        kept.getProperty("postgres", ""),
        kept.getProperty("database", ""),
        kept.getProperty("keyStore", ""));
  }

  /** A password of 144 random bits, in letters, digits, - and _. */
  static String random() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
