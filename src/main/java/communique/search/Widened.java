package communique.search;

import java.util.List;
import java.util.UUID;

/**
 * That a name in a query was looked for in the spellings of other languages, too.
 *
 * @param words of the query that are the name
 * @param authority whose name it is
 * @param label the name that this authority's record begins with
 * @param forms what was looked for besides the words as they were written
 */
public record Widened(String words, UUID authority, String label, List<String> forms) {
  public Widened {
    forms = List.copyOf(forms);
  }
}
