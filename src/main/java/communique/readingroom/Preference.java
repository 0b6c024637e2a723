package communique.readingroom;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages a reader prefers, as the browser tells them (RFC 9110, section 12.5.4). */
final class Preference {
  private final List<Locale.LanguageRange> ranges;

  private Preference(List<Locale.LanguageRange> ranges) {
    this.ranges = ranges;
  }

  /** What the header {@code Accept-Language} says; one that cannot be read says nothing. */
  static Preference of(@Nullable String header) {
    try {
      return new Preference(header == null ? List.of() : Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException e) {
      // A preference is a wish: a reader with an odd browser still gets the page.
      return new Preference(List.of());
    }
  }

  /** The languages with their weights, the best liked first. */
  List<Locale.LanguageRange> ranges() {
    return ranges;
  }

  /** The edition to show: the preferred one, else the original, else the first. */
  Overview.Edition among(List<Overview.Edition> editions) {
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
  Overview.Edition among(List<Overview.Edition> editions, @Nullable LanguageTag wanted) {
    return editions.stream()
        .filter(edition -> edition.language().equals(wanted))
        .findFirst()
        .orElseGet(() -> among(editions));
  }
}
