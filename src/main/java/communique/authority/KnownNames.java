package communique.authority;

import communique.briefing.LanguageTag;
import communique.briefing.names.Named;
import communique.briefing.names.Recognised;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * All names of all authorities, in memory, for looking through texts and queries. They are those of
 * the record as it was some seconds ago ({@link NameFollower}); nothing here asks the database.
 */
@ApplicationScoped
public class KnownNames {
  private volatile NameIndex index = NameIndex.EMPTY;

  /**
   * The names in a text, in its order: the longest where several begin at a place, and in exactly
   * the spelling of a record; a name of one word only where a record has it in the text's language.
   */
  public List<Recognised> recognise(String text, LanguageTag language) {
    return index.recognise(text, language);
  }

  /**
   * The names among words of a query that follow each other, whatever their case and accents.
   *
   * @return from left to right, none within another, {@code most} at most; names that more than
   *     five authorities have are passed over
   */
  public List<Mentioned> named(List<String> words, int most) {
    NameIndex now = index;
    return now.named(words).stream()
        .limit(most)
        .map(found -> new Mentioned(found.from(), found.to(), now.who(found)))
        .toList();
  }

  void replace(NameIndex newer) {
    index = newer;
  }

  /**
   * A name among the words of a query.
   *
   * @param from the first of its words
   * @param to after the last of them
   * @param who may be meant
   */
  public record Mentioned(int from, int to, List<Named> who) {
    public Mentioned {
      who = List.copyOf(who);
    }
  }
}
