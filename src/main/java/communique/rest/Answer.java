package communique.rest;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.IfNoneMatch;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Stored;
import communique.briefing.VersionJson;
import communique.briefing.Withheld;
import communique.export.Format;
import communique.export.Publication;
import communique.reading.SeenEdition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a caller: bytes with their digest as strong validator (RFC 9110), so that a client
 * that has them already gets a 304, and with the rule of who may keep them.
 */
final class Answer {
  /** What an account sees is for nobody else, and not for later. */
  static final String PRIVATE = "private, no-store";

  /**
   * Short, because a correction should be seen soon, and what was withdrawn, recalled or erased not
   * any more; the digest tells whoever asks again that it has the same still.
   */
  private static final String BRIEFLY = "public, max-age=10";

  private final Caller caller;
  private final IfNoneMatch known;

  private Answer(Caller caller, IfNoneMatch known) {
    this.caller = caller;
    this.known = known;
  }

  static Answer to(Caller caller, HttpServletRequest request) {
    return new Answer(caller, IfNoneMatch.of(request.getHeaders(HttpHeaders.IF_NONE_MATCH)));
  }

  /** That something is at another address now; kept briefly, for it may be told otherwise. */
  static Response moved(String address) {
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, BRIEFLY)
        .build();
  }

  /** A document made for this request. */
  Response json(byte[] document) {
    return document(Document.of(document, null));
  }

  /** A page of a list, with the address of the next. */
  Response page(byte[] document, @Nullable String next) {
    return document(Document.of(document, next));
  }

  /** A document, with the address of the page after it (RFC 8288). */
  Response document(Document document) {
    Response.ResponseBuilder unchanged = unchanged(document.digest());
    Response.ResponseBuilder answer =
        with(
            unchanged == null ? Response.ok(document.bytes()) : unchanged,
            document.digest(),
            keeping(caller));
    return document.next() == null
        ? answer.build()
        : answer.header(HttpHeaders.LINK, "<" + document.next() + ">; rel=\"next\"").build();
  }

  /** The stored bytes of the version that is current now. */
  Response current(SeenEdition edition, EditionId id) {
    Response.ResponseBuilder answer = stored(edition.stored());
    describe(edition.stored(), id.language(), links(edition, id), answer::header);
    return answer.build();
  }

  /** The same, and all that is told of an edition, without JAX-RS. */
  void send(SeenEdition edition, EditionId id, HttpServletResponse response) throws IOException {
    Stored stored = edition.stored();
    describe(stored, id.language(), links(edition, id), response::addHeader);
    response.addHeader(
        HttpHeaders.LINK, Mementos.links(Addresses.edition(id.briefing(), id.language())));
    response.addHeader(HttpHeaders.VARY, Mementos.VARIES_BY);
    response.addHeader(SafeHeaders.NAME, SafeHeaders.VALUE);
    if (has(stored.digest())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(stored.content().length);
    response.getOutputStream().write(stored.content());
  }

  private static String links(SeenEdition edition, EditionId id) {
    String address = Addresses.edition(id.briefing(), id.language());
    return Links.version(address, address, Format.JSON) + Links.beside(id, edition);
  }

  /** The stored bytes of a version that was asked for by its number. */
  Response numbered(Stored stored, EditionId id, int number) {
    String edition = Addresses.edition(id.briefing(), id.language());
    String address = Addresses.version(id.briefing(), id.language(), number);
    String links = Links.version(address, edition, Format.JSON) + Links.around(edition, number);
    Response.ResponseBuilder answer = stored(stored);
    describe(stored, id.language(), links, answer::header);
    return answer.build();
  }

  /**
   * A version in another format than the stored one. It names the other editions, so that it may
   * change where the version does not.
   */
  Response represented(Stored stored, Publication publication, Format format, String address) {
    byte[] document = format.write(publication);
    Digest digest = Digest.of(document);
    Response.ResponseBuilder unchanged = unchanged(digest);
    String edition =
        Addresses.edition(publication.version().briefing().id(), publication.version().language());
    Response.ResponseBuilder answer =
        with(
            unchanged == null ? Response.ok(document, format.mediaType()) : unchanged,
            digest,
            stored.open() ? keeping(caller) : PRIVATE);
    withheld(stored.withheld(), answer::header);
    return answer
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CONTENT_LANGUAGE, publication.version().language())
        .header(
            HttpHeaders.LINK, Links.version(address, edition, format) + Links.beside(publication))
        // Whatever a text holds, it may not act on behalf of this site.
        .header(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; media-src 'self'; sandbox allow-popups")
        .build();
  }

  /** A file that stands under its digest; {@code bytes} is asked only when it is to be sent. */
  Response file(Digest digest, Supplier<Response.ResponseBuilder> bytes) {
    Response.ResponseBuilder unchanged = unchanged(digest);
    return with(unchanged == null ? bytes.get() : unchanged, digest, keeping(caller)).build();
  }

  private Response.ResponseBuilder stored(Stored stored) {
    Response.ResponseBuilder unchanged = unchanged(stored.digest());
    return unchanged == null
        ? Response.ok(stored.content(), MediaType.APPLICATION_JSON_TYPE)
        : unchanged;
  }

  private void describe(
      Stored stored, LanguageTag language, String links, BiConsumer<String, String> header) {
    describe(stored.digest(), stored.open() ? keeping(caller) : PRIVATE, header);
    header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    header.accept(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    header.accept(HttpHeaders.LINK, links);
    withheld(stored.withheld(), header);
  }

  // The bytes of a version are what they are, whoever sees them.
  private static void withheld(Withheld withheld, BiConsumer<String, String> header) {
    Notice withdrawal = withheld.withdrawal();
    if (withdrawal != null) {
      header.accept("Communique-Withdrawn-At", VersionJson.instant(withdrawal.at()));
    }
    Instant until = withheld.until();
    if (until != null) {
      header.accept("Communique-Public-From", VersionJson.instant(until));
    }
  }

  private Response.@Nullable ResponseBuilder unchanged(Digest digest) {
    return has(digest) ? Response.notModified() : null;
  }

  private boolean has(Digest digest) {
    return known.has(digest.hex());
  }

  /** Who may keep what a caller is told, and for how long. */
  static String keeping(Caller caller) {
    return caller.name().isEmpty() ? BRIEFLY : PRIVATE;
  }

  private static Response.ResponseBuilder with(
      Response.ResponseBuilder answer, Digest digest, String keeping) {
    describe(digest, keeping, answer::header);
    return answer;
  }

  // The digest of the whole representation (RFC 9530), also when only a part is sent.
  private static void describe(Digest digest, String keeping, BiConsumer<String, String> header) {
    header.accept(HttpHeaders.ETAG, "\"" + digest + "\"");
    header.accept(
        "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":");
    header.accept(HttpHeaders.CACHE_CONTROL, keeping);
    header.accept(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }
}
