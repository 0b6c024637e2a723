package communique.readingroom.page;

import communique.briefing.Coded;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import java.text.Bidi;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reading room's own words, in one of the languages it speaks; another language is another file
 * beside {@code messages.properties}, and its tag in the list of them here. What the archive keeps
 * is never translated: each text is shown in the words of its own language.
 */
public final class Words {
  /** The languages the room speaks; the first to those whose languages it does not. */
  public static final List<LanguageTag> SPOKEN =
      List.of(
          new LanguageTag("en"),
          new LanguageTag("de"),
          new LanguageTag("fr"),
          new LanguageTag("ko"));

  /** Stands for an object in text (Unicode Standard, 23.8). */
  private static final String PLACE = "\uFFFC";

  private static final Map<LanguageTag, Words> ALL =
      SPOKEN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Words::new));

  private final LanguageTag language;
  private final Locale locale;
  private final ResourceBundle messages;

  private Words(LanguageTag language) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language.tag());
    this.messages =
        ResourceBundle.getBundle(
            "communique.readingroom.messages",
            locale,
            // The language of the machine is nobody's wish.
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The words in the language, of those spoken, that a reader likes best. */
  public static Words likedBy(Preference preference) {
    List<String> tags = SPOKEN.stream().map(LanguageTag::tag).toList();
    String best = Locale.lookupTag(preference.ranges(), tags);
    return in(best == null ? SPOKEN.get(0) : new LanguageTag(best));
  }

  /**
   * The words in one of the languages spoken.
   *
   * @throws IllegalArgumentException when it is not spoken
   */
  public static Words in(LanguageTag language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("Not spoken here: " + language);
    }
    return words;
  }

  /** The language that these words are in. */
  public LanguageTag language() {
    return language;
  }

  /**
   * A text of the interface.
   *
   * @throws java.util.MissingResourceException when the file has no such key
   */
  public String of(String key, Object... values) {
    String text = messages.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /**
   * A text of the interface around its first value, for one that is marked with a language of its
   * own.
   */
  public Around around(String key, Object... others) {
    Object[] values = Stream.concat(Stream.of(PLACE), Arrays.stream(others)).toArray();
    String text = of(key, values);
    int place = text.indexOf(PLACE);
    return new Around(text.substring(0, place), text.substring(place + PLACE.length()));
  }

  /** What stands before and after something. */
  public record Around(String before, String after) {}

  /** The word for a closed choice, such as {@code kind.readOut}. */
  public String of(String group, Coded choice) {
    return of(group + "." + choice.code());
  }

  /** A language's name in these words. */
  public String nameOf(LanguageTag other) {
    return Locale.forLanguageTag(other.tag()).getDisplayName(locale);
  }

  /** A number, as these words' language groups its figures. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A day in these words. */
  public String day(LocalDate day) {
    return day(day, language);
  }

  /** The day of an instant, in UTC, in these words. */
  public String day(Instant instant) {
    return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** A month of a year in these words. */
  public String month(YearMonth month) {
    return of("calendar.month", month(month.getMonth()), "" + month.getYear());
  }

  /** A month in these words. */
  public String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** A day of the week in these words, in full or short. */
  public String weekday(DayOfWeek day, boolean full) {
    return day.getDisplayName(
        full ? TextStyle.FULL_STANDALONE : TextStyle.SHORT_STANDALONE, locale);
  }

  /** A language's name in that language. */
  public static String languageName(LanguageTag language) {
    Locale locale = Locale.forLanguageTag(language.tag());
    return locale.getDisplayName(locale);
  }

  /** The direction in which a language is written, as HTML names it. */
  public static String direction(LanguageTag language) {
    return language.rightToLeft() ? "rtl" : "ltr";
  }

  /** A day in the words of a language. */
  public static String day(LocalDate day, LanguageTag language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language.tag()))
        .format(day);
  }

  /** An instant in these words, in UTC, to the second. */
  public String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC)
            .format(instant)
        + " UTC";
  }

  /** The same for programs: a valid HTML date and time string, which has milliseconds at most. */
  public static String machineReadable(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * A text of an office or a reader, fit to stand within these words: one that has letters of the
   * other direction is kept from mixing with what is around it (Unicode Standard Annex 9, 2.3).
   */
  public static String isolated(String text) {
    char[] letters = text.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length) ? '\u2068' + text + '\u2069' : text;
  }

  /** When something was issued, as exactly as the office said it and no more exactly. */
  public static String issued(Issued issued, LanguageTag language) {
    LocalTime time = issued.time();
    if (time == null) {
      return day(issued.date(), language);
    }
    String zone = issued.zone() == null ? "" : " (UTC" + zone(issued) + ")";
    return day(issued.date(), language) + ", " + time + zone;
  }

  /** The same for programs: a valid HTML date string, with the time only if it is known. */
  public static String machineReadable(Issued issued) {
    LocalTime time = issued.time();
    return time == null
        ? issued.date().toString()
        : issued.date() + "T" + time + (issued.zone() == null ? "" : zone(issued));
  }

  private static String zone(Issued issued) {
    String zone = String.valueOf(issued.zone());
    return zone.equals("Z") ? "+00:00" : zone;
  }
}
