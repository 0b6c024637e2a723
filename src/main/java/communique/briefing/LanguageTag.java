package communique.briefing;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language of an edition.
 *
 * @param tag a BCP 47 (RFC 5646) tag in its canonical case, such as {@code de} or {@code zh-Hant}
 */
public record LanguageTag(String tag) {
  private static final Set<String> LANGUAGES =
      Stream.concat(
              Arrays.stream(Locale.getISOLanguages()),
              Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
          .filter(code -> !code.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  /** More tags than an archive has, and fewer than somebody could make up. */
  private static final int MOST_KNOWN = 1_000;

  /** What was found to be a tag: each page of finds has some hundred of the same few. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  /**
   * @throws Refusal when the tag is not well-formed or its language, script or region is not known
   */
  public LanguageTag {
    tag = known(tag);
  }

  private static String known(String tag) {
    String known = KNOWN.get(tag);
    if (known != null) {
      return known;
    }
    String canonical = canonical(tag);
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(tag, canonical);
    }
    return canonical;
  }

  private static String canonical(String tag) {
    Text.required("language", tag, 35);
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new Refusal(
          Reason.BAD_FORMAT, "language", "must be a well-formed BCP 47 language tag", tag, e);
    }
    if (!LANGUAGES.contains(locale.getLanguage()) || !isKnownRegion(locale.getCountry())) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE, "language", "must be a registered BCP 47 language tag", tag);
    }
    return locale.toLanguageTag();
  }

  private static boolean isKnownRegion(String region) {
    return region.isEmpty() || REGIONS.contains(region) || region.matches("[0-9]{3}");
  }

  /**
   * The languages that a reader likes, the dearest first, without regions: who reads Austrian
   * German reads any. What is no language is passed over.
   */
  public static List<LanguageTag> liked(List<Locale.LanguageRange> ranges) {
    return ranges.stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> Locale.forLanguageTag(range.getRange()))
        .filter(locale -> LANGUAGES.contains(locale.getLanguage()))
        .map(
            locale ->
                new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setScript(locale.getScript())
                    .build())
        .map(Locale::toLanguageTag)
        .distinct()
        .map(LanguageTag::new)
        .toList();
  }

  /** The primary language subtag, such as {@code zh} of {@code zh-Hant}. */
  public String primary() {
    return tag.substring(0, end());
  }

  /** Whether both are varieties of one language. */
  public boolean isVarietyWith(LanguageTag other) {
    int end = end();
    return tag.regionMatches(0, other.tag, 0, end)
        && (other.tag.length() == end || other.tag.charAt(end) == '-');
  }

  /** Whether it is the language that a range names or a variety of it (RFC 4647, section 3.3.1). */
  public boolean isIn(LanguageTag range) {
    return tag.startsWith(range.tag)
        && (tag.length() == range.tag.length() || tag.charAt(range.tag.length()) == '-');
  }

  // Of the primary language.
  private int end() {
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag.length() : hyphen;
  }

  /** Whether text in this language runs from right to left. */
  public boolean rightToLeft() {
    return Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb").contains(primary());
  }

  @Override
  public String toString() {
    return tag;
  }
}
