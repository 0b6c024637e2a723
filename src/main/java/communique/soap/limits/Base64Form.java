package communique.soap.limits;

import java.util.Arrays;

/**
 * Follows what is to be base64 while it comes, character by character: nothing but its alphabet and
 * white space, in groups of four, padded at the end only (XML Schema part 2, section 3.2.16).
 * Decoders pass over what they do not know, and would make another file of it.
 */
public final class Base64Form {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private int inGroup;
  private int last;
  private boolean padded;

  /** Goes on by one character and says whether it may stand there. */
  public boolean accepts(int next) {
    if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      return true;
    }
    boolean allowed = next == '=' ? mayEnd() : isDigit(next);
    inGroup = (inGroup + 1) % 4;
    return allowed;
  }

  /** Whether it may end here. */
  public boolean isWhole() {
    return inGroup == 0;
  }

  private boolean isDigit(int next) {
    last = next >= 0 && next < VALUES.length ? VALUES[next] : -1;
    return last >= 0 && !padded;
  }

  // What the last digit has beyond the last byte must be zero.
  private boolean mayEnd() {
    boolean may = inGroup == 2 ? last % 16 == 0 : inGroup == 3 && (padded || last % 4 == 0);
    padded = true;
    return may;
  }
}
