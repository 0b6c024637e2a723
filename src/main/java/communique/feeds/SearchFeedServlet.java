package communique.feeds;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.IfNoneMatch;
import communique.briefing.QueryParameters;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.FollowEditions;
import communique.reading.ListOffices;
import communique.search.Order;
import communique.search.SearchAddress;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Serves searches as feeds: what everybody may see and was found, the last changed first. Its
 * entries are known by the same identities as those of the other feeds.
 */
@WebServlet("/feeds/search/*")
public class SearchFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  @Inject private transient SearchBriefings searchBriefings;
  @Inject private transient FollowEditions followEditions;
  @Inject private transient ListOffices listOffices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Plain.refusing(response, () -> answer(request, response));
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Format format = Format.BY_PATH.get(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (format != Format.ATOM && format != Format.JSON) {
      throw new Refusal(
          Reason.NOT_FOUND, "path", "must be /feeds/search/atom or /feeds/search/json", "");
    }
    Map<String, List<String>> given = QueryParameters.read(request.getQueryString());
    QueryParameters.check(given, SearchAddress.SINGLE, SearchAddress.SEVERAL);
    SearchAddress search = SearchAddress.of(given);
    String root = Place.root(request);
    SearchPage found =
        searchBriefings.search(
            Caller.ANONYMOUS,
            search
                .with(SearchAddress.ORDER, List.of(Order.CHANGED.code()))
                .request(new SearchRequest.Page(null, MOST), List.of(), false));
    response.setHeader("Cache-Control", "public, max-age=30");
    response.setContentType(format.type());
    SearchFeed feed =
        new SearchFeed(
            root,
            followEditions.archive(),
            format,
            search,
            found.hits(),
            new Issuers(listOffices.list()));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      feed.write(written);
    } catch (XMLStreamException e) {
      throw new IOException("the feed could not be written", e);
    }
    String tag = Digest.of(written.toByteArray()).hex();
    response.setHeader("ETag", "\"" + tag + "\"");
    if (IfNoneMatch.of(request.getHeaders("If-None-Match")).has(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Copy.send(written.toByteArray(), response);
  }
}
