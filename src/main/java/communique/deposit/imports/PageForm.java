package communique.deposit.imports;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Byline;
import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.Original;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Span;
import communique.briefing.imports.ImportTerms;
import communique.deposit.BriefingSubmission;
import communique.deposit.EditionSubmission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as the text of its web page: section, date, the captions of its pictures (each twice:
 * alternative text and caption), who wrote it, paragraphs, an e-mail address. It has no headline.
 */
final class PageForm {
  private static final Pattern DATE = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>.]+");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final String WRITTEN_BY = "Von ";
  private static final String CREDIT = " ⓒ ";

  private PageForm() {}

  /**
   * @throws Refusal when something is missing that each page has, or the import does not tell
   *     office, kind or language
   */
  static Reading read(String text, ImportTerms terms, Original original) {
    Deque<String> lines =
        new ArrayDeque<>(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    Content content = content(lines);
    return new Reading(
        new BriefingSubmission(
            told("office", terms.office()),
            told("kind", terms.kind()),
            null,
            new EditionSubmission(
                Reference.of(original.content()),
                told("language", terms.language()),
                null,
                null,
                content,
                Map.of(),
                original)),
        null,
        null,
        Significance.MINOR,
        List.of());
  }

  private static Content content(Deque<String> lines) {
    String section = isDate(lines.peek()) ? null : lines.poll();
    Issued issued = isDate(lines.peek()) ? issued(lines.remove()) : null;
    if (issued == null) {
      throw new Refusal(
          Reason.MISSING, "issued", "must stand in the first or second line, as 24.07.2025", "");
    }
    List<Placement> media = captions(lines);
    String name = null;
    if (startsWith(WRITTEN_BY, lines.peek())) {
      name = lines.remove().substring(WRITTEN_BY.length());
    }
    String last = lines.peekLast();
    String email = null;
    if (last != null && EMAIL.matcher(last).matches()) {
      email = lines.removeLast();
    }
    List<Byline> bylines = name == null ? List.of() : List.of(new Byline(name, null, email));
    Contact contact = name == null && email != null ? new Contact(null, email, null) : null;
    return new Content(
        null,
        null,
        section,
        issued,
        bylines,
        contact,
        body(lines),
        media,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  // A caption is what stands there twice, one after the other.
  private static List<Placement> captions(Deque<String> lines) {
    List<Placement> media = new ArrayList<>();
    String first = lines.poll();
    while (first != null && first.equals(lines.peek())) {
      lines.remove();
      media.add(picture(first));
      first = lines.poll();
    }
    if (first != null) {
      lines.push(first);
    }
    return media;
  }

  private static Placement picture(String line) {
    int credit = line.lastIndexOf(CREDIT);
    return new Placement(
        Placement.Role.PHOTO,
        credit < 0 ? line : line.substring(0, credit),
        null,
        credit < 0 ? null : line.substring(credit + 1),
        null);
  }

  private static Body body(Deque<String> lines) {
    return new Body(
        lines.stream().<Block>map(line -> new Block.Paragraph(List.of(Span.plain(line)))).toList());
  }

  private static boolean isDate(@Nullable String line) {
    return line != null && DATE.matcher(line).matches();
  }

  private static boolean startsWith(String start, @Nullable String line) {
    return line != null && line.startsWith(start);
  }

  private static Issued issued(String line) {
    try {
      return new Issued(LocalDate.parse(line, DAY), null, null);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, "issued", "must be a day such as 24.07.2025", line, e);
    }
  }

  private static <T> T told(String name, @Nullable T value) {
    if (value == null) {
      throw new Refusal(Reason.MISSING, name, "must be given for the import: a page has none", "");
    }
    return value;
  }
}
