package communique.deposit;

import communique.briefing.Digest;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** A version with one of these digests: the tags of {@code If-Match} (RFC 9110, 13.1.1). */
  record WithDigest(Set<Digest> expected) implements Base {
    public WithDigest {
      expected = Set.copyOf(expected);
    }

    @Override
    public boolean isMet(int number, Digest digest) {
      return expected.contains(digest);
    }

    @Override
    public String named() {
      return expected.stream().map(Digest::hex).sorted().collect(Collectors.joining(", "));
    }
  }
}
