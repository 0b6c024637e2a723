package communique.access;

import communique.briefing.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret of a token: 256 random bits after a prefix by which scanners of source code find it.
 * It cannot be guessed, so a fast hash keeps it.
 */
public final class TokenSecret {
  private static final String PREFIX = "cmq_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** A new one. */
  public static TokenSecret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What a caller sent, if it can be one at all. */
  static boolean canBe(String text) {
    return FORM.matcher(text).matches();
  }

  static Digest hash(String text) {
    return Digest.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  Digest hash() {
    return hash(text);
  }

  /** The secret itself, to be told to its owner once. */
  public String reveal() {
    return text;
  }

  /** Tells nothing, so that no log does. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
