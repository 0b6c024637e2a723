package communique.deposit.imports;

import communique.briefing.Digest;
import java.nio.charset.StandardCharsets;

/** The depositor's reference of a line, the same whenever the line is imported. */
final class Reference {
  private static final String PREFIX = "import:";
  private static final int LONGEST = 200;

  private Reference() {}

  /** Of a line that has an identity of its own. */
  static String of(String identity) {
    String reference = PREFIX + identity;
    return reference.length() <= LONGEST
        ? reference
        : of(identity.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a line without one: the same bytes are the same line. */
  static String of(byte[] line) {
    return PREFIX + "sha256:" + Digest.of(line);
  }
}
