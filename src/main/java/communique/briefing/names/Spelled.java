package communique.briefing.names;

import java.util.List;
import java.util.UUID;

/**
 * A name, as a text spells it.
 *
 * @param count how often it does
 * @param authorities who is meant by it; several when the name does not tell them apart
 */
public record Spelled(String text, int count, List<UUID> authorities) {
  public Spelled {
    authorities = List.copyOf(authorities);
  }
}
