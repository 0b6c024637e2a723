package communique.briefing;

import java.util.List;
import java.util.Map;

/**
 * An issuing press office.
 *
 * @param code its code
 * @param names its name by language
 * @param languages its home languages, the first one first
 */
public record Office(OfficeCode code, Map<LanguageTag, String> names, List<LanguageTag> languages) {
  public Office {
    names = Map.copyOf(names);
    languages = List.copyOf(languages);
  }
}
