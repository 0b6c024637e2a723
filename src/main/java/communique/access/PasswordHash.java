package communique.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-512 (RFC 8018), in the form {@code
 * pbkdf2-sha512$iterations$salt$hash}, so that the cost can rise without losing older ones.
 */
final class PasswordHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final String FORM = "pbkdf2-sha512";
  private static final int ITERATIONS = 210_000;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  /** A new hash of a password, each time another. */
  static String of(String password) {
    byte[] salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    return String.join(
        "$", FORM, "" + ITERATIONS, text(salt), text(derive(password, salt, ITERATIONS)));
  }

  /** Whether a hash was made of this password. */
  static boolean matches(String hash, String password) {
    String[] parts = hash.split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] derived = derive(password, salt, Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[3]));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8);
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
