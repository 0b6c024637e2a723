package communique.briefing.names;

import java.util.List;
import java.util.UUID;

/**
 * A name that was found in a text.
 *
 * @param spelled as the text has it
 * @param start of its first character in the text, in normalisation form C
 * @param end after its last character
 * @param authorities who is named so; several when the name does not tell them apart
 */
public record Recognised(String spelled, int start, int end, List<UUID> authorities) {
  public Recognised {
    authorities = List.copyOf(authorities);
  }
}
