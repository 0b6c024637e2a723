package communique.rest;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header fields {@code Repr-Digest} and {@code Content-Digest} (RFC 9530). */
final class DigestField {
  // A member of a dictionary (RFC 8941, section 3.2) whose value is a byte sequence.
  private static final Pattern SHA256 =
      Pattern.compile("(?:^|,)[ \\t]*sha-256=:([A-Za-z0-9+/]{43}=):[ \\t]*(?:;[^,]*)?(?=,|$)");
  private static final Pattern NAMED = Pattern.compile("(?:^|,)[ \\t]*sha-256[ \\t]*=");

  private DigestField() {}

  /**
   * The SHA-256 digest that a field gives; absent when it gives none, or only by algorithms that
   * are not known here, which are passed over (RFC 9530, section 2).
   *
   * @throws Refusal BAD_FORMAT when there is one that cannot be read
   */
  static @Nullable Digest sha256(String name, @Nullable String value) {
    Matcher member = SHA256.matcher(value == null ? "" : value);
    if (member.find()) {
      return Digest.ofFinished(Base64.getDecoder().decode(member.group(1)));
    }
    if (value != null && NAMED.matcher(value).find()) {
      throw new Refusal(Reason.BAD_FORMAT, name, "must be as in RFC 9530, sha-256=:…:", value);
    }
    return null;
  }
}
