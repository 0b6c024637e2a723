package communique.rest;

import communique.briefing.Notice;
import communique.briefing.Violation;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type which sort of problem, an identifier for programs
 * @param title the same for people
 * @param status of HTTP
 * @param detail what is wrong with this request; empty when the title says it all
 * @param field the parameter that is meant; empty when the request as a whole is
 * @param rule that was broken
 * @param value that broke it
 * @param violations all that is wrong, the one above included
 * @param notice what stands in the place of something withdrawn or erased
 * @param reference under which the log tells more; absent where there is nothing to tell
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String field,
    String rule,
    String value,
    List<Violation> violations,
    @Nullable Notice notice,
    @Nullable String reference) {

  static final String TYPE = "application/problem+json";

  /** Nobody may keep it, since the next request may be carried out. */
  static final String KEEPING = "no-store";

  /** A problem that its status names in full. */
  static Problem plain(int status, String title) {
    return new Problem("about:blank", title, status, "", "", "", "", List.of(), null, null);
  }

  /** A problem that its status names and the rule that was broken explains. */
  static Problem of(Response.Status status, Violation why) {
    return new Problem(
        "about:blank",
        status.getReasonPhrase(),
        status.getStatusCode(),
        why.field() + " " + why.rule(),
        why.field(),
        why.rule(),
        why.value(),
        List.of(),
        null,
        null);
  }

  /** The answer that tells it. */
  Response on(Response.ResponseBuilder answer) {
    return answer
        .status(status)
        .type(TYPE)
        .entity(bytes())
        .header(HttpHeaders.CACHE_CONTROL, KEEPING)
        .build();
  }

  byte[] bytes() {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("type", type);
          json.write("title", title);
          json.write("status", status);
          Json.text(json, "detail", present(detail));
          Json.text(json, "field", present(field));
          Json.text(json, "rule", present(rule));
          Json.text(json, "value", present(value));
          if (violations.size() > 1) {
            json.writeStartArray("violations");
            violations.forEach(violation -> violation(json, violation));
            json.writeEnd();
          }
          NoticePart.write(json, notice);
          Json.text(json, "reference", reference);
          json.writeEnd();
        });
  }

  private static void violation(JsonGenerator json, Violation violation) {
    json.writeStartObject();
    json.write("reason", violation.reason().name());
    Json.text(json, "field", present(violation.field()));
    json.write("rule", violation.rule());
    Json.text(json, "value", present(violation.value()));
    json.writeEnd();
  }

  private static @Nullable String present(String text) {
    return text.isEmpty() ? null : text;
  }
}
