package communique.feeds;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.briefing.Selection;
import communique.export.Base;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is and what it points to, in full, as readers of feeds want it.
 *
 * @param root of this server, as its client names it, without a slash at the end
 * @param path of the document
 * @param query of the selection, beginning with a question mark; empty when there is none
 * @param archived the position before which this document begins; absent for the current one
 */
record Place(String root, String path, String query, @Nullable Long archived) {

  static Place of(HttpServletRequest request, Selection selection, @Nullable Long before) {
    StringBuilder query = new StringBuilder();
    parameter(query, "office", selection.office());
    parameter(query, "language", selection.language());
    parameter(query, "section", selection.section());
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    return new Place(root(request), path, query.toString(), before);
  }

  /**
   * The root of this server, as the client of a request names it.
   *
   * @throws Refusal when it names none that could be one
   */
  static String root(HttpServletRequest request) {
    return Base.of(request.getRequestURL(), request.getRequestURI()).toString();
  }

  /** What the feed is known by, for ever and under whatever name it is asked. */
  String identity(UUID archive) {
    return identity(archive, path + query);
  }

  /** What a feed of an archive is known by. */
  static String identity(UUID archive, String address) {
    byte[] name = (archive + address).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }

  /** The document that has what is new. */
  String current() {
    return root + path + query;
  }

  /** The document of what is older than a position. */
  String before(long position) {
    return current() + (query.isEmpty() ? "?" : "&") + "before=" + position;
  }

  /** This document. */
  String own() {
    return archived == null ? current() : before(archived);
  }

  /** The page of an edition in the reading room. */
  String edition(UUID briefing, LanguageTag language) {
    return root + "/briefings/" + briefing + "/" + language;
  }

  String media(Digest file) {
    return root + "/api/v1/media/" + file;
  }

  private static void parameter(StringBuilder query, String name, @Nullable Object value) {
    if (value != null) {
      query
          .append(query.length() == 0 ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
