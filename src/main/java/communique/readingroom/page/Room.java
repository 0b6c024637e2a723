package communique.readingroom.page;

import communique.briefing.LanguageTag;
import communique.theme.Asset;
import communique.theme.Theme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param words the room's own, in the language that the reader likes best
 * @param path of the address of the page
 * @param again where the page is had again, when that is not the address itself, which a form was
 *     sent to; else empty
 * @param query of the address of the page, without the choice of a language
 * @param basket what the reader has put aside
 */
public record Room(Words words, String path, String again, String query, Basket basket) {

  /** Of a page that is had at its own address. */
  public Room(Words words, String path, String query, Basket basket) {
    this(words, path, "", query, basket);
  }

  static Room of(HttpServletRequest request) {
    boolean sent = request.getMethod().equals(HttpMethod.POST);
    URI before = sent ? Origin.of(request).page() : null;
    return new Room(
        Words.likedBy(Preference.of(request)),
        request.getRequestURI(),
        before == null ? "" : before.getRawPath(),
        withoutChoice(before == null ? request.getQueryString() : before.getRawQuery()),
        Basket.of(request));
  }

  private static String withoutChoice(@Nullable String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.startsWith(Preference.CHOICE + "="))
            .collect(Collectors.joining("&"));
  }

  /** The name of the house. */
  public String name() {
    return Theme.ROOM;
  }

  /** The address of one of the files that pages need. */
  public String asset(String name) {
    return Asset.href(name);
  }

  /** How a way to a part of the room is marked when the page is in it: {@code aria-current}. */
  public @Nullable String current(String part) {
    if (path.equals(part)) {
      return "page";
    }
    return part.length() > 1 && path.startsWith(part + "/") ? "true" : null;
  }

  /** The languages that the room speaks. */
  public List<LanguageTag> languages() {
    return Words.SPOKEN;
  }

  /** The address of the same page with the room's own words in another language. */
  public String in(LanguageTag language) {
    return again + "?" + (query.isEmpty() ? "" : query + "&") + Preference.CHOICE + "=" + language;
  }
}
