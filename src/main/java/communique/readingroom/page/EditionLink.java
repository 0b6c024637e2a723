package communique.readingroom.page;

import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to an edition.
 *
 * @param language its language
 * @param name of that language, in it
 * @param href its address
 */
public record EditionLink(LanguageTag language, String name, String href) {

  /**
   * The ways to the editions in other languages than one: of a briefing, and of those that are
   * linked with it.
   */
  public static List<EditionLink> others(Overview overview, LanguageTag shown) {
    return all(overview).stream().filter(link -> !link.language().equals(shown)).toList();
  }

  /** The ways to the other editions of a briefing that was found. */
  public static List<EditionLink> others(Hit hit) {
    return hit.languages().stream()
        .filter(language -> !language.equals(hit.language()))
        .map(language -> to(hit.briefing(), language))
        .toList();
  }

  /** The ways to all editions, of each language one, the briefing's own before linked ones. */
  public static List<EditionLink> all(Overview overview) {
    Map<LanguageTag, EditionLink> all = new LinkedHashMap<>();
    Stream.concat(Stream.of(overview), overview.linked().briefings().stream())
        .flatMap(EditionLink::own)
        .forEach(link -> all.putIfAbsent(link.language(), link));
    return List.copyOf(all.values());
  }

  private static Stream<EditionLink> own(Overview overview) {
    UUID id = overview.briefing().id();
    return overview.editions().stream()
        .map(Overview.Edition::language)
        .map(language -> to(id, language));
  }

  /** The way to the original of a translation that was made from an older version of it. */
  public static @Nullable EditionLink newer(Overview overview, LanguageTag shown) {
    return overview
        .edition(shown)
        .filter(edition -> Boolean.TRUE.equals(edition.stale()))
        .map(Overview.Edition::translation)
        .flatMap(
            translation ->
                others(overview, shown).stream()
                    .filter(other -> other.language().equals(translation.from()))
                    .findFirst())
        .orElse(null);
  }

  private static EditionLink to(UUID briefing, LanguageTag language) {
    return new EditionLink(language, Words.languageName(language), href(briefing, language));
  }

  /**
   * The edition that an address names; to a reader, one that cannot be is a page that is not there.
   *
   * @throws Refusal NOT_FOUND when its parts cannot be those of one
   */
  public static EditionId named(String id, String language) {
    try {
      return new EditionId(UUID.fromString(id), new LanguageTag(language));
    } catch (IllegalArgumentException | Refusal e) {
      throw new Refusal(
          Reason.NOT_FOUND, "edition", "must be that of an edition", id + "/" + language, e);
    }
  }

  /** The address of the page of an edition. */
  public static String href(UUID briefing, LanguageTag language) {
    return "/briefings/" + briefing + "/" + language;
  }
}
