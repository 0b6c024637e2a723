package communique.readingroom.page;

import communique.briefing.Digest;
import communique.briefing.IfNoneMatch;
import communique.briefing.LanguageTag;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Makes answers of templates; whatever a template prints is escaped for the place it stands. */
public final class Pages {
  /** Nothing from elsewhere, no script at all, in nobody's frame; a theme may bring its logo. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self' data:;"
          + " media-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages() {}

  /** A page; a reader who has the same one already is told so. */
  public static Response of(String template, Object page, HttpServletRequest request) {
    Room room = Room.of(request);
    byte[] html = html(template, page, room);
    EntityTag tag = new EntityTag(Digest.of(html).hex());
    Response.ResponseBuilder answer =
        safe(has(request, tag) ? Response.notModified() : Response.ok(html), room).tag(tag);
    Optional<LanguageTag> chosen = Preference.chosen(request);
    boolean own = chosen.isPresent() || !room.basket().editions().isEmpty();
    return answer
        // A reader's choice and basket are for nobody else.
        .header(HttpHeaders.CACHE_CONTROL, own ? "private, no-cache" : "public, max-age=10")
        .cookie(
            chosen.stream()
                .map(language -> Preference.remember(language, request))
                .toArray(NewCookie[]::new))
        .build();
  }

  /** A page that tells why there is not the one that was asked for. */
  public static Response error(int status, ErrorPage page, HttpServletRequest request) {
    return told(status, "error.jte", page, request);
  }

  /** A page with the form again that could not be read, and with what is wrong in it. */
  public static Response again(String template, Object page, HttpServletRequest request) {
    return told(400, template, page, request);
  }

  private static Response told(
      int status, String template, Object page, HttpServletRequest request) {
    Room room = Room.of(request);
    return safe(Response.status(status).entity(html(template, page, room)), room)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Whether a reader has it already. */
  public static boolean has(HttpServletRequest request, EntityTag tag) {
    return IfNoneMatch.of(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).has(tag.getValue());
  }

  /** The page itself, in UTF-8. */
  public static byte[] html(String template, Object page, Room room) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, Map.of("page", page, "room", room), output);
    return output.toByteArray();
  }

  private static Response.ResponseBuilder safe(Response.ResponseBuilder answer, Room room) {
    return answer
        .type("text/html;charset=UTF-8")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
        .header(HttpHeaders.CONTENT_LANGUAGE, room.words().language().tag())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff");
  }
}
