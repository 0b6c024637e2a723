package communique.readingroom;

import communique.briefing.Coded;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The reading room's own words; another language is another file beside them. */
public final class Words {
  /** The language that these words are in. */
  public static final LanguageTag LANGUAGE = new LanguageTag("en");

  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle("communique.readingroom.messages", Locale.ROOT);

  private Words() {}

  /**
   * A text of the interface.
   *
   * @throws java.util.MissingResourceException when the file has no such key
   */
  public static String of(String key, Object... values) {
    String text = MESSAGES.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
  }

  /** The word for a closed choice, such as {@code kind.readOut}. */
  public static String of(String group, Coded choice) {
    return of(group + "." + choice.code());
  }

  /** A language's name in that language. */
  public static String languageName(LanguageTag language) {
    Locale locale = Locale.forLanguageTag(language.tag());
    return locale.getDisplayName(locale);
  }

  /** A language's name in the words of this room. */
  public static String languageHere(LanguageTag language) {
    return Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH);
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

  /** The day of an instant, in UTC, in the words of a language. */
  public static String day(Instant instant, LanguageTag language) {
    return day(LocalDate.ofInstant(instant, ZoneOffset.UTC), language);
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
