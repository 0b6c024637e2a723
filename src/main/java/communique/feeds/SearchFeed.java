package communique.feeds;

import communique.briefing.EditionId;
import communique.search.Hit;
import communique.search.SearchAddress;
import communique.theme.Theme;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * A search as a feed, with the beginnings of the texts: Atom (RFC 4287) or JSON Feed 1.1.
 *
 * @param root of this server, as its client names it
 * @param archive what the archive is known by
 * @param hits the last changed first
 * @param issuers to name its authors by
 */
record SearchFeed(
    String root,
    UUID archive,
    Format format,
    SearchAddress search,
    List<Hit> hits,
    Issuers issuers) {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  void write(OutputStream to) throws XMLStreamException {
    if (format == Format.ATOM) {
      atom(to);
    } else {
      json(to);
    }
  }

  private void atom(OutputStream to) throws XMLStreamException {
    try (Elements xml = new Elements(to)) {
      xml.start("feed", "xmlns", "http://www.w3.org/2005/Atom");
      xml.text("id", Place.identity(archive, "/feeds/search/atom?" + search));
      xml.text("title", title());
      xml.text(
          "updated", Time.of(hits.stream().map(Hit::changed).findFirst().orElse(Instant.EPOCH)));
      xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", own("atom"));
      xml.empty("link", "rel", "alternate", "type", "text/html", "href", page());
      for (Hit hit : hits) {
        entry(xml, hit);
      }
      xml.end();
    }
  }

  private void entry(Elements xml, Hit hit) throws XMLStreamException {
    xml.start("entry", "xml:lang", hit.language().tag());
    xml.text("id", identity(hit));
    xml.text("title", title(hit));
    xml.text("updated", Time.of(hit.changed()));
    xml.start("author");
    xml.text("name", issuers.name(hit.office(), hit.language()));
    xml.end();
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", href(hit));
    xml.text("summary", hit.lead());
    xml.end();
  }

  private void json(OutputStream to) {
    try (JsonGenerator json = GENERATORS.createGenerator(to)) {
      json.writeStartObject()
          .write("version", "https://jsonfeed.org/version/1.1")
          .write("title", title())
          .write("home_page_url", page())
          .write("feed_url", own("json"))
          .writeStartArray("items");
      for (Hit hit : hits) {
        json.writeStartObject().write("id", identity(hit)).write("url", href(hit));
        if (hit.headline() != null) {
          json.write("title", hit.headline());
        }
        json.write("content_text", hit.lead())
            .write("date_modified", Time.of(hit.changed()))
            .write("language", hit.language().tag())
            .writeEnd();
      }
      json.writeEnd().writeEnd();
    }
  }

  private String title() {
    String words = search.value(SearchAddress.QUERY);
    return Theme.ROOM + " – " + (words.isEmpty() ? search.toString() : words);
  }

  private String own(String path) {
    return root + "/feeds/search/" + path + "?" + search;
  }

  private String page() {
    return root + "/search?" + search;
  }

  private String href(Hit hit) {
    return root + "/briefings/" + hit.briefing() + "/" + hit.language();
  }

  private static String title(Hit hit) {
    return hit.headline() == null ? Feed.title(hit.lead(), hit.language()) : hit.headline();
  }

  private static String identity(Hit hit) {
    return new EditionId(hit.briefing(), hit.language()).urn();
  }
}
