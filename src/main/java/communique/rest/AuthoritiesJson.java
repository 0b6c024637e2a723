package communique.rest;

import communique.briefing.Identity;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityJson;
import communique.names.AuthorityImport;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes lists of authorities, and what became of files of them. */
final class AuthoritiesJson {
  private AuthoritiesJson() {}

  /**
   * The key of a page.
   *
   * @throws Refusal BAD_FORMAT on {@code after} when it is none
   */
  static UUID key(String after) {
    try {
      return Identity.of(after);
    } catch (Refusal refusal) {
      throw refusal.renamed(field -> "after");
    }
  }

  /** Demands that what is found by a name is asked for as a whole. */
  static void mustNotGoOn(@Nullable UUID key) {
    if (key != null) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "after",
          "must be left out where a name is looked for",
          key.toString());
    }
  }

  /** A record as it is after a change, with the tag that the next change must name. */
  static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, Authority authority) {
    return told(answer, authority)
        .header(HttpHeaders.ETAG, "\"" + AuthorityJson.digest(authority) + "\"");
  }

  /**
   * The same without the tag, in answer to a PUT, which may have none (RFC 9110, 9.3.4): the record
   * has more in it than what was put.
   */
  static Response.ResponseBuilder told(Response.ResponseBuilder answer, Authority authority) {
    return answer
        .entity(AuthorityJson.bytes(authority))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE);
  }

  static byte[] page(List<Authority> authorities, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("authorities");
          authorities.forEach(authority -> AuthorityJson.write(json, authority));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  static byte[] report(AuthorityImport done) {
    return Json.bytes(
        json -> {
          json.writeStartObject()
              .write("added", done.added())
              .write("changed", done.changed())
              .write("unchanged", done.unchanged())
              .write("kept", done.kept())
              .write("refused", done.refused())
              .writeStartArray("refusals");
          done.refusals()
              .forEach(
                  line -> line.violations().forEach(each -> violation(json, line.line(), each)));
          json.writeEnd().writeEnd();
        });
  }

  private static void violation(JsonGenerator json, long line, Violation violation) {
    json.writeStartObject().write("line", line).write("reason", violation.reason().name());
    Json.text(json, "field", violation.field().isEmpty() ? null : violation.field());
    json.write("rule", violation.rule());
    Json.text(json, "value", violation.value().isEmpty() ? null : violation.value());
    json.writeEnd();
  }
}
