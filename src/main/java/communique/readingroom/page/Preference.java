package communique.readingroom.page;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages a reader prefers: the one the reader has chosen for this room, if any, and then
 * those the browser tells (RFC 9110, section 12.5.4).
 */
public final class Preference {
  /** The parameter by which a reader chooses. */
  public static final String CHOICE = "ui";

  private static final ReaderCookie COOKIE = new ReaderCookie(CHOICE);

  private final List<Locale.LanguageRange> ranges;

  private Preference(List<Locale.LanguageRange> ranges) {
    this.ranges = ranges;
  }

  /** What a reader prefers. */
  public static Preference of(HttpServletRequest request) {
    Preference browser = told(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return chosen(request)
        .or(() -> remembered(request))
        .map(choice -> new Locale.LanguageRange(choice.tag()))
        .map(
            range ->
                new Preference(Stream.concat(Stream.of(range), browser.ranges.stream()).toList()))
        .orElse(browser);
  }

  /** What the header {@code Accept-Language} says; one that cannot be read says nothing. */
  public static Preference told(@Nullable String header) {
    try {
      return new Preference(header == null ? List.of() : Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException e) {
      // A preference is a wish: a reader with an odd browser still gets the page.
      return new Preference(List.of());
    }
  }

  /** The language that a reader chooses with this request. */
  public static Optional<LanguageTag> chosen(HttpServletRequest request) {
    // Of the address alone: a form may be large, and is nothing to look into.
    return Stream.ofNullable(request.getQueryString())
        .flatMap(query -> Arrays.stream(query.split("&")))
        .filter(parameter -> parameter.startsWith(CHOICE + "="))
        .findFirst()
        .flatMap(parameter -> spoken(parameter.substring(CHOICE.length() + 1)));
  }

  private static Optional<LanguageTag> remembered(HttpServletRequest request) {
    return COOKIE.of(request).flatMap(Preference::spoken);
  }

  /** The cookie that remembers a choice, for a year. */
  static NewCookie remember(LanguageTag language, HttpServletRequest request) {
    return COOKIE.with(language.tag(), Duration.ofDays(365), request);
  }

  private static Optional<LanguageTag> spoken(@Nullable String tag) {
    return Words.SPOKEN.stream().filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** The languages, the best liked first. */
  public List<Locale.LanguageRange> ranges() {
    return ranges;
  }

  /** The edition to show: the preferred one, else the original, else the first. */
  public Overview.Edition among(List<Overview.Edition> editions) {
    List<String> tags = editions.stream().map(edition -> edition.language().tag()).toList();
    List<String> liked = Locale.filterTags(ranges, tags);
    String best = liked.isEmpty() ? Locale.lookupTag(ranges, tags) : liked.get(0);
    return editions.stream()
        .filter(edition -> edition.language().tag().equalsIgnoreCase(best))
        .findFirst()
        .or(() -> editions.stream().filter(Overview.Edition::isOriginal).findFirst())
        .orElse(editions.get(0));
  }

  /** The edition in a language that was asked for, else as {@link #among}. */
  public Overview.Edition among(List<Overview.Edition> editions, @Nullable LanguageTag wanted) {
    return editions.stream()
        .filter(edition -> edition.language().equals(wanted))
        .findFirst()
        .orElseGet(() -> among(editions));
  }
}
