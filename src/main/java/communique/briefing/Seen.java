package communique.briefing;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which states a thing may be for a change of it to be made: what {@code If-Match} says (RFC
 * 9110, 13.1.1).
 *
 * @param states the digests of those that its sender has seen; empty when it names only such as the
 *     archive never gave
 * @param any whether it may be in whatever state, as long as there is such a thing
 */
public record Seen(Set<Digest> states, boolean any) {
  /** In whatever state. */
  public static final Seen ANY = new Seen(Set.of(), true);

  public Seen {
    states = Set.copyOf(states);
  }

  /** In one of these states. */
  public static Seen of(Set<Digest> states) {
    return new Seen(states, false);
  }

  /** Whether the thing may be in this state. */
  public boolean has(Digest state) {
    return any || states.contains(state);
  }

  /** As its sender has named it. */
  public String named() {
    return any ? "*" : states.stream().map(Digest::hex).sorted().collect(Collectors.joining(", "));
  }
}
