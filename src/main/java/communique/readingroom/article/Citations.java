package communique.readingroom.article;

import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.Version;
import communique.readingroom.page.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version, cited in the words of the room: ready texts after the Chicago Manual of Style, the
 * manual of the APA and ISO 690. What the office did not say is left out or told to be missing; no
 * headline and no day is made up. Names are kept as they are printed; what runs in the other
 * direction than the words of the room is kept apart within the line.
 */
public final class Citations {
  private static final Pattern ENDED = Pattern.compile("[.?!:。？！…]\u2069?\\p{Pf}?$");

  private final Version version;
  private final String office;
  private final String archive;
  private final String address;
  private final Words words;

  /**
   * @param office the name of who issued it
   * @param archive the name of who keeps it
   * @param address where this very version is, whatever replaces it
   */
  Citations(Version version, String office, String archive, String address, Words words) {
    this.version = version;
    this.office = Words.isolated(office);
    this.archive = archive;
    this.address = address;
    this.words = words;
  }

  /** A citation, and after which style it is. */
  public record Cited(String style, String text) {}

  List<Cited> all() {
    return List.of(
        new Cited(words.of("cite.chicago"), chicago()),
        new Cited(words.of("cite.apa"), apa()),
        new Cited(words.of("cite.iso"), iso()));
  }

  private String chicago() {
    String headline = content().headline();
    return sentences(
        authors(),
        headline == null ? null : words.of("cite.quoted", line(headline)),
        kind() + ", " + (issued() == null ? words.of("cite.noDay") : words.day(issued())),
        reference(),
        publisher(),
        archive);
  }

  private String apa() {
    String headline = content().headline();
    String day = issued() == null ? words.of("cite.noDay") : apaDay(issued());
    return sentences(
        authors(),
        "(" + day + ")",
        (headline == null ? "" : line(headline) + " ") + "(" + reference() + ") [" + kind() + "]",
        publisher(),
        archive);
  }

  private String apaDay(LocalDate day) {
    Locale locale = Locale.forLanguageTag(words.language().tag());
    return DateTimeFormatter.ofPattern(words.of("cite.apaDay"), locale).format(day);
  }

  private String iso() {
    String headline = content().headline();
    return sentences(
        authors().toUpperCase(Locale.forLanguageTag(version.language().tag())),
        headline == null ? null : line(headline),
        kind(),
        publisher(),
        issued() == null ? words.of("cite.noDay") : issued().toString(),
        reference(),
        words.of("cite.available"));
  }

  private String sentences(@Nullable String... parts) {
    return Stream.concat(
            Arrays.stream(parts)
                .filter(Objects::nonNull)
                .map(part -> ENDED.matcher(part).find() ? part : part + "."),
            Stream.of(address))
        .collect(Collectors.joining(" "));
  }

  private String authors() {
    List<Byline> bylines = content().bylines();
    return bylines.isEmpty()
        ? office
        : bylines.stream().map(byline -> line(byline.name())).collect(Collectors.joining(", "));
  }

  private @Nullable String publisher() {
    return content().bylines().isEmpty() ? null : office;
  }

  private String kind() {
    return words.of("kind", version.briefing().kind());
  }

  private String reference() {
    return words.of(
        "cite.reference",
        version.briefing().reference(),
        words.nameOf(version.language()),
        // As text: a number would be grouped.
        "" + version.number());
  }

  private @Nullable LocalDate issued() {
    Issued issued = content().issued();
    return issued == null ? null : issued.date();
  }

  private Content content() {
    return version.content();
  }

  private static String line(String text) {
    return Words.isolated(text.strip().replaceAll("\\s+", " "));
  }
}
