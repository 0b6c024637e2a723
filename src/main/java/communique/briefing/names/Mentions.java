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

  /** Who may be meant, each once, in the order of the names. */
  public List<UUID> authorities() {
    return names.stream().flatMap(name -> name.authorities().stream()).distinct().toList();
  }

  /**
   * Who is meant for sure, each once: those that are confirmed, and those whose names nobody else
   * has.
   */
  public List<UUID> meant() {
    Stream<UUID> alone =
        names.stream()
            .map(Spelled::authorities)
            .filter(several -> several.size() == 1)
            .map(several -> several.get(0));
    Stream<UUID> confirmed =
        decisions.stream()
            .map(Decided::decision)
            .filter(Decision::isConfirmed)
            .map(Decision::authority);
    return Stream.concat(alone, confirmed).distinct().toList();
  }
}
