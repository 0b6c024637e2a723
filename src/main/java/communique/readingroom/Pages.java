package communique.readingroom;

import communique.briefing.Digest;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Makes answers of templates; whatever a template prints is escaped for the place it stands. */
final class Pages {
  /** Nothing from elsewhere, no script at all, in nobody's frame. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages() {}

  /** A page; a reader who has the same one already is told so. */
  static Response of(String template, Object page, HttpServletRequest request) {
    byte[] html = html(template, page);
    EntityTag tag = new EntityTag(Digest.of(html).hex());
    return safe(has(request, tag) ? Response.notModified() : Response.ok(html))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=10")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  /** A page that tells why there is not the one that was asked for. */
  static Response error(int status, ErrorPage page) {
    return safe(Response.status(status).entity(html("error.jte", page)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * Whether a reader has it already; a proxy may have put W/ before the tag (RFC 9110, 8.8.3.2).
   */
  static boolean has(HttpServletRequest request, EntityTag tag) {
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null && known.contains("\"" + tag.getValue() + "\"");
  }

  static byte[] html(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    return output.toByteArray();
  }

  private static Response.ResponseBuilder safe(Response.ResponseBuilder answer) {
    return answer
        .type("text/html;charset=UTF-8")
        .header("Content-Language", Words.LANGUAGE.tag())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff");
  }
}
