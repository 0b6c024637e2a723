package communique.readingroom.search;

import communique.briefing.LanguageTag;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.FirstWords;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import communique.readingroom.page.Words;
import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchPage;
import communique.search.Widened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param query what was searched for; empty before the first search
 * @param language only editions in it were searched
 * @param widened whether names are looked for in other spellings, too
 * @param found absent before the first search
 */
public record Results(
    String query,
    @Nullable LanguageTag language,
    boolean widened,
    OfficeNames offices,
    @Nullable SearchPage found) {

  /** How many were found, in words. */
  public String count(Words words) {
    if (found == null) {
      return "";
    }
    return words.of(found.totalIsExact() ? "search.found" : "search.foundAtLeast", found.total());
  }

  /** Where a hit is. */
  public String href(Hit hit) {
    return EditionLink.href(hit.briefing(), hit.language());
  }

  /** The name of the office that issued a hit, in the hit's language. */
  public String office(Hit hit) {
    return offices.of(hit.office(), hit.language());
  }

  /** The passages to show: those that match, else the beginning of the text. */
  public List<List<Fragment>> passages(Hit hit) {
    return hit.highlights().isEmpty()
        ? List.of(List.of(new Fragment(FirstWords.of(hit.lead(), hit.language(), 280), false)))
        : hit.highlights();
  }

  /** What a hit is called in the list: its headline, else its first words. */
  public String name(Hit hit) {
    String headline = hit.headline();
    return headline != null ? headline : FirstWords.of(hit.lead(), hit.language(), 90);
  }

  /** Which other spellings of a name were looked for, in words. */
  public String widening(Widened name, Words words) {
    return words.of("search.widened", name.words(), name.label(), String.join(", ", name.forms()));
  }

  /** The address of the same search with names as they are written, or in all spellings. */
  public String widenedHref(boolean wanted) {
    return Query.to("/search")
        .with("q", query)
        .with("language", language)
        .with("widen", wanted ? null : "false")
        .toString();
  }

  /** The address of the next page; absent on the last. */
  public @Nullable String nextHref() {
    return found == null || found.next() == null
        ? null
        : Query.to("/search")
            .with("q", query)
            .with("language", language)
            .with("widen", widened ? null : "false")
            .with("after", found.next())
            .toString();
  }
}
