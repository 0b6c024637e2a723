package communique.reading;

import communique.archive.Versions;
import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An edition as somebody sees it.
 *
 * @param stored its version
 * @param languages in which the same person sees its briefing, this one among them
 * @param licence the address of the licence, when the terms of use are one
 */
public record SeenEdition(Stored stored, Collection<LanguageTag> languages, @Nullable URI licence) {

  /** All editions of a briefing that somebody sees, in their order. */
  static Map<LanguageTag, SeenEdition> all(List<Versions.Current> editions) {
    List<LanguageTag> languages = editions.stream().map(Versions.Current::language).toList();
    Map<LanguageTag, SeenEdition> all = new LinkedHashMap<>();
    for (Versions.Current each : editions) {
      Stored stored = each.stored();
      all.put(
          each.language(),
          new SeenEdition(stored, languages, stored.version().content().licence().orElse(null)));
    }
    return Collections.unmodifiableMap(all);
  }
}
