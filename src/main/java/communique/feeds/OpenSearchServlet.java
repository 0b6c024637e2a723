package communique.feeds;

import communique.theme.Theme;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** Tells browsers and other clients how to search (OpenSearch 1.1, draft 6). */
@WebServlet("/opensearch.xml")
public class OpenSearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Plain.refusing(response, () -> answer(request, response));
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String root = Place.root(request);
    response.setContentType("application/opensearchdescription+xml;charset=UTF-8");
    response.setHeader("Cache-Control", "public, max-age=86400");
    response.setHeader("Content-Language", "en");
    Copy copy = new Copy(response);
    try (Elements xml = new Elements(copy)) {
      xml.start("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
      xml.text("ShortName", Theme.ROOM);
      xml.text("Description", "Government press briefings, as they were issued");
      xml.text("InputEncoding", "UTF-8");
      xml.text("OutputEncoding", "UTF-8");
      url(xml, "text/html", root + "/search?q={searchTerms}");
      url(xml, "application/atom+xml", root + "/feeds/search/atom?q={searchTerms}");
      url(xml, "application/feed+json", root + "/feeds/search/json?q={searchTerms}");
      url(
          xml,
          "application/x-suggestions+json",
          root + "/api/v1/search/suggestions?q={searchTerms}");
      xml.end();
    } catch (XMLStreamException e) {
      throw new IOException("the description could not be written", e);
    }
    copy.send();
  }

  private static void url(Elements xml, String type, String template) throws XMLStreamException {
    xml.empty("Url", "type", type, "template", template);
  }
}
