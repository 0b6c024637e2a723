package communique.readingroom.names;

import communique.briefing.LanguageTag;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import communique.readingroom.page.AuthorityAddress;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import communique.search.SearchPage;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person, organisation or place, and the briefings that name it.
 *
 * @param liked languages of the reader, the dearest first
 * @param year of which alone briefings are shown; absent for all
 * @param found the briefings on this page
 * @param years in which there are briefings, the newest first
 */
public record NamedPage(
    Authority authority,
    List<LanguageTag> liked,
    @Nullable Year year,
    SearchPage found,
    List<YearLink> years,
    OfficeNames offices) {
  /** The address of the page of an authority. */
  static String address(Authority authority) {
    return AuthorityAddress.of(authority.content().kind(), authority.id());
  }

  /** What it is. */
  public AuthorityKind kind() {
    return authority.content().kind();
  }

  /** What it is called to the reader. */
  public Name label() {
    return authority.content().label(liked);
  }

  /** The names of each language, those to show first; those of none in particular come last. */
  public List<NamesOfLanguage> names() {
    Map<Optional<LanguageTag>, List<Name>> byLanguage = new LinkedHashMap<>();
    authority.content().names().stream()
        .sorted(
            Comparator.comparing((Name name) -> name.language() == null)
                .thenComparing(name -> !name.preferred()))
        .forEach(
            name ->
                byLanguage
                    .computeIfAbsent(
                        Optional.ofNullable(name.language()), none -> new ArrayList<>())
                    .add(name));
    return byLanguage.entrySet().stream()
        .map(
            each ->
                new NamesOfLanguage(
                    each.getKey().orElse(null), each.getValue().stream().map(Name::text).toList()))
        .toList();
  }

  /** Where else it is described. */
  public List<Elsewhere> elsewhere() {
    return authority.content().ids().entrySet().stream()
        .map(each -> Elsewhere.of(each.getKey(), each.getValue()))
        .toList();
  }

  /** The briefings of this page. */
  public List<Entry> entries() {
    return found.hits().stream().map(hit -> Entry.of(hit, offices)).toList();
  }

  /** The address of the feed of the briefings that name it. */
  public String feed() {
    return Query.to("/feeds/search/atom").with(kind().code(), authority.id()).toString();
  }

  /** The address without a year. */
  public String allHref() {
    return address(authority);
  }

  /** The address of the next page; absent on the last. */
  public @Nullable String olderHref() {
    return found.next() == null
        ? null
        : Query.to(address(authority)).with("year", year).with("after", found.next()).toString();
  }

  /** The address of the record for programs. */
  public String jsonHref() {
    return "/api/v1/authorities/" + authority.id();
  }

  /**
   * Names in a language.
   *
   * @param language absent when they are of none in particular
   */
  public record NamesOfLanguage(@Nullable LanguageTag language, List<String> names) {}
}
