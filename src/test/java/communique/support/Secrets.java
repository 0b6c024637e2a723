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
 * @param keyStore of the key stores
 * @param digestKey under which secrets for PasswordDigest are kept
 */
record Secrets(String postgres, String database, String keyStore, String digestKey) {

  static Secrets of(Path home) throws IOException {
    Path file = home.resolve("secrets.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    int before = kept.size();
    kept.putIfAbsent("postgres", random());
    kept.putIfAbsent("database", random());
    kept.putIfAbsent("keyStore", random());
    kept.putIfAbsent("digestKey", key());
    if (kept.size() > before) {
      StringWriter text = new StringWriter();
      kept.store(text, null);
      Folders.writePrivately(file, text.toString());
    }
    return new Secrets(
        kept.getProperty("postgres", ""),
        kept.getProperty("database", ""),
        kept.getProperty("keyStore", ""),
        kept.getProperty("digestKey", ""));
  }

  /** A key of 256 random bits, in base64. */
  private static String key() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A password of 144 random bits, in letters, digits, - and _. */
  static String random() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
