package communique.readingroom.page;

import communique.briefing.LanguageTag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param words the room's own, in the language that the reader likes best
 * @param query of the address of the page, without the choice of a language
 */
public record Room(Words words, String query) {

  static Room of(HttpServletRequest request) {
    return new Room(Words.likedBy(Preference.of(request)), withoutChoice(request.getQueryString()));
  }

  private static String withoutChoice(@Nullable String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.startsWith(Preference.CHOICE + "="))
            .collect(Collectors.joining("&"));
  }

  /** The languages that the room speaks. */
  public List<LanguageTag> languages() {
    return Words.SPOKEN;
  }

  /** The address of the same page with the room's own words in another language. */
  public String in(LanguageTag language) {
    return "?" + (query.isEmpty() ? "" : query + "&") + Preference.CHOICE + "=" + language;
  }
}
