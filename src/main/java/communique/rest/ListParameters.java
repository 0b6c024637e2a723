package communique.rest;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.Listing;
import communique.briefing.Narrowing;
import communique.briefing.QueryParameters;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which briefings are to be listed. */
final class ListParameters {
  private static final String FEW = "20";
  private static final Set<String> KNOWN =
      Set.of(
          "office",
          "language",
          "kind",
          "section",
          "issuedFrom",
          "issuedTo",
          "eventFrom",
          "eventTo",
          "media",
          "mention",
          "subject",
          "after",
          "limit");

  private final MultivaluedMap<String, String> given;

  private ListParameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  static Listing of(MultivaluedMap<String, String> given) {
    QueryParameters.check(given, KNOWN, Set.of());
    ListParameters read = new ListParameters(given);
    String limit = given.getFirst("limit");
    return new Listing(
        Parameters.office(given.getFirst("office")),
        Parameters.language(given.getFirst("language")),
        read.narrowing(),
        Parameters.key(given.getFirst("after")),
        Parameters.number("limit", limit == null ? FEW : limit));
  }

  private Narrowing narrowing() {
    String kind = text("kind");
    return new Narrowing(
        kind == null ? null : Coded.of(Kind.class, "kind", kind),
        text("section"),
        new Narrowing.Days(day("issuedFrom"), day("issuedTo")),
        new Narrowing.Days(day("eventFrom"), day("eventTo")),
        new Narrowing.Features(flag("media"), text("mention"), text("subject")));
  }

  private @Nullable String text(String name) {
    String value = given.getFirst(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private @Nullable LocalDate day(String name) {
    return Parameters.day(name, text(name));
  }

  private boolean flag(String name) {
    String value = text(name);
    if (value != null && !value.equals("true")) {
      throw new Refusal(Reason.UNKNOWN_VALUE, name, "must be true, or left out", value);
    }
    return value != null;
  }
}
