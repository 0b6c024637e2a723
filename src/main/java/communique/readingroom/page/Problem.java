package communique.readingroom.page;

import communique.briefing.Refusal;
import communique.briefing.Violation;
import java.util.List;

/**
 * What is wrong with a field of a form or with a part of an address, in the words of the room.
 *
 * @param field as the address names it; empty when the whole is meant
 * @param text what is wrong with it, with the name that readers know it by
 */
public record Problem(String field, String text) {

  /** All for which a request was refused. */
  public static List<Problem> of(Refusal refusal, Words words) {
    return refusal.violations().stream()
        .map(each -> new Problem(each.field(), text(each, words)))
        .toList();
  }

  private static String text(Violation violation, Words words) {
    String name = name(violation.field(), words);
    String value = Words.isolated(violation.value());
    return switch (violation.reason()) {
      case MISSING -> words.of("refused.missing", name);
      case TOO_LONG, TOO_LARGE -> words.of("refused.tooLong", name);
      case OUT_OF_RANGE -> words.of("refused.outOfRange", name, value);
      case UNKNOWN_VALUE -> words.of("refused.unknown", name, value);
      case MALFORMED, BAD_FORMAT -> words.of("refused.format", name, value);
      case REFERENCE_REUSED -> words.of("refused.taken", name, value);
      default -> words.of("refused.other", name);
    };
  }

  private static String name(String field, Words words) {
    return switch (field) {
      case "" -> words.of("refused.request");
      case "q", "query" -> words.of("refused.words");
      case "from" -> words.of("search.from");
      case "to" -> words.of("search.to");
      case "order" -> words.of("search.order");
      case "office" -> words.of("facet.office");
      case "kind" -> words.of("facet.kind");
      case "section" -> words.of("facet.section");
      case "language" -> words.of("facet.language");
      case "person" -> words.of("facet.person");
      case "organisation" -> words.of("facet.organisation");
      case "place" -> words.of("facet.place");
      case "subject" -> words.of("facet.subject");
      case "media" -> words.of("facet.media");
      case "year" -> words.of("named.years");
      case "name" -> words.of("searches.name");
      default -> field;
    };
  }
}
