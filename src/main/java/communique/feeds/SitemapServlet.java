package communique.feeds;

import communique.briefing.Change;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.FollowEditions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Serves the sitemap (sitemaps.org, 0.9): an index, and pages that each cover a fixed range of
 * 50,000 positions of the journal of what is public. An edition is in the page of its last change.
 * So no page ever has too many, none must be counted, and one that is not the last only gets
 * shorter.
 */
@WebServlet({"/sitemap.xml", "/sitemaps/*", "/robots.txt"})
public class SitemapServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /** Not what is one's own or made for one, and no page in each of the room's languages. */
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /search
      Disallow: /basket
      Disallow: /desk
      Disallow: /feeds/search
      Disallow: /*?ui=
      Disallow: /*&ui=
      """;

  /** How many addresses a page may have, by the protocol. */
  private static final long MOST = 50_000;

  private static final int AT_ONCE = 1000;

  @Inject private transient FollowEditions followEditions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "public, max-age=300");
    Plain.refusing(
        response,
        () -> {
          try {
            switch (request.getServletPath()) {
              case "/robots.txt" -> robots(request, response);
              case "/sitemap.xml" -> index(request, response);
              default -> page(number(request), request, response);
            }
          } catch (XMLStreamException e) {
            throw new IOException("the sitemap could not be written", e);
          }
        });
  }

  private static void robots(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(ROBOTS + "\nSitemap: " + Place.root(request) + "/sitemap.xml\n");
  }

  private void index(HttpServletRequest request, HttpServletResponse response)
      throws IOException, XMLStreamException {
    List<Instant> ends = followEditions.ends(MOST);
    response.setContentType("application/xml;charset=UTF-8");
    try (Elements xml = new Elements(response.getOutputStream())) {
      xml.start("sitemapindex", "xmlns", NAMESPACE);
      for (int page = 0; page < Math.max(1, ends.size()); page++) {
        xml.start("sitemap");
        xml.text("loc", Place.root(request) + "/sitemaps/" + page + ".xml");
        if (page < ends.size()) {
          xml.text("lastmod", Time.of(ends.get(page)));
        }
        xml.end();
      }
      xml.end();
    }
  }

  private void page(long page, HttpServletRequest request, HttpServletResponse response)
      throws IOException, XMLStreamException {
    long last = (page + 1) * MOST;
    // Read before the first byte is sent: a failure can still be told.
    FollowEditions.Stretch stretch = followEditions.stretch(page * MOST, last, AT_ONCE);
    response.setContentType("application/xml;charset=UTF-8");
    try (Elements xml = new Elements(response.getOutputStream())) {
      xml.start("urlset", "xmlns", NAMESPACE);
      boolean more = true;
      while (more) {
        for (Change change : stretch.changes()) {
          url(xml, request, change);
        }
        Long next = stretch.next();
        more = next != null;
        if (next != null) {
          stretch = followEditions.stretch(next, last, AT_ONCE);
        }
      }
      xml.end();
    }
  }

  private static void url(Elements xml, HttpServletRequest request, Change change)
      throws XMLStreamException {
    Change.Edition edition = change.edition();
    xml.start("url");
    xml.text(
        "loc", Place.root(request) + "/briefings/" + edition.briefing() + "/" + edition.language());
    xml.text("lastmod", Time.of(change.at()));
    xml.end();
  }

  private long pages() {
    return Math.max(1, (followEditions.newest() + MOST - 1) / MOST);
  }

  private long number(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null || !path.matches("/[0-9]{1,9}\\.xml")) {
      throw absent(path);
    }
    long page = Long.parseLong(path.substring(1, path.length() - 4));
    if (page >= pages()) {
      throw absent(path);
    }
    return page;
  }

  private static Refusal absent(@Nullable String path) {
    return new Refusal(
        Reason.NOT_FOUND, "path", "must be a page of the sitemap", path == null ? "" : path);
  }
}
