package communique.rest;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportForm;
import communique.briefing.imports.ImportTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request says about an import. */
final class ImportParameters {
  private ImportParameters() {}

  /** What the file is, by its Content-Type; whether it is gzip is seen from its bytes. */
  static ImportForm form(HttpServletRequest request) {
    String type = request.getContentType() == null ? "" : request.getContentType();
    String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "application/x-ndjson", "application/jsonl", "application/gzip" -> ImportForm.LINES;
      case "application/zip" -> ImportForm.ZIP;
      case "application/x-tar" -> ImportForm.TAR;
      case "text/plain" -> ImportForm.PAGE;
      default ->
          throw new Refusal(
              Reason.UNKNOWN_VALUE,
              "Content-Type",
              "must be one of application/x-ndjson, application/gzip, application/zip,"
                  + " application/x-tar, text/plain",
              type);
    };
  }

  static ImportTerms terms(
      @Nullable String office,
      @Nullable String kind,
      @Nullable String language,
      List<String> sources) {
    return new ImportTerms(
        Parameters.office(office),
        kind == null || kind.isEmpty() ? null : Coded.of(Kind.class, "kind", kind),
        Parameters.language(language),
        offices(sources));
  }

  // source=debian-news:XV-MFA, once for each
  private static Map<String, OfficeCode> offices(List<String> values) {
    Map<String, OfficeCode> offices = new HashMap<>();
    for (String each : values) {
      int colon = each.lastIndexOf(':');
      if (colon < 1) {
        throw new Refusal(
            Reason.BAD_FORMAT, "source", "must be a source and its office, with a colon", each);
      }
      offices.put(each.substring(0, colon), new OfficeCode(each.substring(colon + 1)));
    }
    return offices;
  }

  /** A place in a report, as the address of a page names it. */
  static Place place(String text) {
    if (!text.matches("[0-9]{1,15}\\.[0-9]{1,9}")) {
      throw new Refusal(Reason.BAD_FORMAT, "after", "must be from the address of a page", text);
    }
    int dot = text.indexOf('.');
    return new Place(
        Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  static int limit(String text, int most) {
    int limit = Parameters.number("limit", text);
    if (limit < 1 || limit > most) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + most, text);
    }
    return limit;
  }

  /**
   * @param within the line
   */
  record Place(long line, int within) {}
}
