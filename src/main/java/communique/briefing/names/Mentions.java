package communique.briefing.names;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom a version names.
 *
 * @param names in the order in which they first come
 * @param decisions those on authorities of which a name is in the version
 */
public record Mentions(List<Spelled> names, List<Decided> decisions) {
  public Mentions {
    names = List.copyOf(names);
    decisions = List.copyOf(decisions);
  }

  /** Who is meant, each once, in the order of the names. */
  public Stream<UUID> authorities() {
    return names.stream().flatMap(name -> name.authorities().stream()).distinct();
  }
}
