package communique.deposit;

import communique.briefing.Digest;
import communique.briefing.Seen;

/** Which version a sender has seen and now corrects, so that nobody undoes what others did. */
public sealed interface Base {

  /** Whether the newest version is the one meant. */
  boolean isMet(int number, Digest digest);

  /** As its sender has named it. */
  String named();

  /** The version with this number. */
  record Numbered(int expected) implements Base {
    @Override
    public boolean isMet(int number, Digest digest) {
      return number == expected;
    }

    @Override
    public String named() {
      return Integer.toString(expected);
    }
  }

  /** A version with one of these digests, or any: the tags of {@code If-Match}. */
  record WithDigest(Seen seen) implements Base {
    @Override
    public boolean isMet(int number, Digest digest) {
      return seen.has(digest);
    }

    @Override
    public String named() {
      return seen.named();
    }
  }
}
