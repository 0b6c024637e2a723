package communique.rest;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a caller: bytes with their digest as strong validator (RFC 9110), so that a client
 * that has them already gets a 304, and with the rule of who may keep them.
 */
final class Answer {
  /** What an account sees is for nobody else, and not for later. */
  static final String PRIVATE = "private, no-store";

  /** Short, because a correction should be seen soon. */
  private static final String BRIEFLY = "public, max-age=10";

  /** Never changes; a day only, because it may be withdrawn. */
  private static final String LONG = "public, max-age=86400, immutable";

  private final Caller caller;
  private final @Nullable String known;

  private Answer(Caller caller, @Nullable String known) {
    this.caller = caller;
    this.known = known;
  }

  static Answer to(Caller caller, HttpServletRequest request) {
    return new Answer(caller, request.getHeader(HttpHeaders.IF_NONE_MATCH));
  }

  /** A document made for this request. */
  Response json(byte[] document) {
    Digest digest = Digest.of(document);
    Response.ResponseBuilder unchanged = unchanged(digest);
    return with(unchanged == null ? Response.ok(document) : unchanged, digest, keeping(BRIEFLY))
        .build();
  }

  /** A page of a list, with the address of the next (RFC 8288). */
  Response page(byte[] document, @Nullable String next) {
    Response response = json(document);
    return next == null
        ? response
        : Response.fromResponse(response)
            .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
            .build();
  }

  /** The stored bytes of the version that is current now. */
  Response current(Stored stored, LanguageTag language, String address) {
    return stored(stored, address, BRIEFLY).header(HttpHeaders.CONTENT_LANGUAGE, language).build();
  }

  /** The stored bytes of a version that was asked for by its number. */
  Response numbered(Stored stored, LanguageTag language, String address) {
    return stored(stored, address, LONG).header(HttpHeaders.CONTENT_LANGUAGE, language).build();
  }

  /** A file that stands under its digest; {@code bytes} is asked only when it is to be sent. */
  Response file(Digest digest, Supplier<Response.ResponseBuilder> bytes) {
    Response.ResponseBuilder unchanged = unchanged(digest);
    return with(unchanged == null ? bytes.get() : unchanged, digest, keeping(LONG)).build();
  }

  private Response.ResponseBuilder stored(Stored stored, String address, String keeping) {
    Response.ResponseBuilder unchanged = unchanged(stored.digest());
    Response.ResponseBuilder answer = unchanged == null ? Response.ok(stored.content()) : unchanged;
    return with(answer, stored.digest(), stored.open() ? keeping(keeping) : PRIVATE)
        .header(HttpHeaders.LINK, "<" + address + ">; rel=\"canonical\"");
  }

  // The weak comparison that RFC 9110 asks for: a proxy may have put W/ before the tag.
  private Response.@Nullable ResponseBuilder unchanged(Digest digest) {
    boolean has =
        known != null && (known.equals("*") || known.contains("\"" + digest.hex() + "\""));
    return has ? Response.notModified() : null;
  }

  private String keeping(String forEverybody) {
    return caller.name().isEmpty() ? forEverybody : PRIVATE;
  }

  // The digest of the whole representation (RFC 9530), also when only a part is sent.
  private static Response.ResponseBuilder with(
      Response.ResponseBuilder answer, Digest digest, String keeping) {
    return answer
        .header(HttpHeaders.ETAG, "\"" + digest + "\"")
        .header(
            "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":")
        .header(HttpHeaders.CACHE_CONTROL, keeping)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }
}
