package communique.briefing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws Refusal when the text is not 64 lower-case hexadecimal digits
   */
  public Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT, "sha256", "must be 64 lower-case hexadecimal digits", hex);
    }
  }

  /** The digest of the bytes. */
  public static Digest of(byte[] bytes) {
    return ofFinished(sha256().digest(bytes));
  }

  /** The digest that a finished computation of {@link #sha256()} gave. */
  public static Digest ofFinished(byte[] digest) {
    return new Digest(HexFormat.of().formatHex(digest));
  }

  /** A new computation, for content that is streamed. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
