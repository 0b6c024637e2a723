package communique.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Change;
import communique.briefing.IfNoneMatch;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.QueryParameters;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Selection;
import communique.reading.FollowEditions;
import communique.reading.ListOffices;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Serves the feeds. Whether a client, or this node, has the newest already is told by one look at
 * the journal and one at the offices, before anything else is read or written.
 */
@WebServlet("/feeds/*")
public class FeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Set<String> KNOWN = Set.of("office", "language", "section", "before");

  /** Counts up when the documents are written in another way. */
  private static final int FORM = 4;

  private static final long KEPT = 32_000_000;

  private final transient Cache<Document, byte[]> written =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Document document, byte[] bytes) -> bytes.length)
          .build();

  @Inject private transient FollowEditions followEditions;
  @Inject private transient ListOffices listOffices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Format format = Format.BY_PATH.get(request.getPathInfo() == null ? "" : request.getPathInfo());
    Plain.refusing(
        response,
        () -> {
          if (format == null) {
            throw new Refusal(
                Reason.NOT_FOUND, "path", "must be /feeds/atom, /feeds/rss or /feeds/json", "");
          }
          answer(format, request, response);
        });
  }

  private void answer(Format format, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, List<String>> given = QueryParameters.read(request.getQueryString());
    QueryParameters.check(given, KNOWN, Set.of());
    Selection selection = selection(given);
    Long before = position(given(given, "before"));
    Place place = Place.of(request, selection, before);
    Optional<Change> newest = followEditions.newest(selection);
    response.setHeader("Cache-Control", "public, max-age=30");
    if (selection.language() != null) {
      response.setHeader("Content-Language", selection.language().tag());
    }
    Issuers issuers = new Issuers(listOffices.list());
    Document document =
        new Document(place.own(), newest.map(Change::position).orElse(0L), issuers.digest());
    response.setHeader("ETag", "W/\"" + document.tag() + "\"");
    if (IfNoneMatch.of(request.getHeaders("If-None-Match")).has(document.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(format.type());
    byte[] known = written.getIfPresent(document);
    if (known != null) {
      Copy.send(known, response);
      return;
    }
    Feed feed =
        new Feed(
            place,
            selection,
            before == null
                ? followEditions.newestPage(selection)
                : followEditions.page(selection, before),
            newest.map(Change::at).orElse(Instant.EPOCH),
            followEditions.archive(),
            issuers);
    Copy copy = new Copy(response);
    try {
      format.write(feed, copy);
    } catch (XMLStreamException e) {
      throw new IOException("the feed could not be written", e);
    }
    copy.send().ifPresent(bytes -> written.put(document, bytes));
  }

  /**
   * What a document is known by: it is the same as long as nothing changes that its feed selects.
   *
   * @param position of the last change that the feed selects
   * @param issuers the digest of the names in it
   */
  private record Document(String address, long position, String issuers) {
    /** The tag of it, which is weak: made again, the same may have other bytes. */
    String tag() {
      return position + "-" + FORM + "-" + issuers;
    }
  }

  private static Selection selection(Map<String, List<String>> given) {
    String office = given(given, "office");
    String language = given(given, "language");
    return new Selection(
        office == null ? null : new OfficeCode(office),
        language == null ? null : new LanguageTag(language),
        given(given, "section"));
  }

  private static @Nullable String given(Map<String, List<String>> given, String name) {
    String value = given.getOrDefault(name, List.of("")).get(0);
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Long position(@Nullable String before) {
    if (before == null) {
      return null;
    }
    if (!before.matches("[0-9]{1,18}")) {
      throw new Refusal(
          Reason.BAD_FORMAT, "before", "must be a position that a page before gave", before);
    }
    return Long.valueOf(before);
  }
}
