package communique.feeds;

import communique.briefing.Change;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import communique.briefing.PublishedEdition;
import communique.briefing.Version;
import communique.reading.FollowEditions.Item;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes a feed as RSS 2.0, with the full text and Atom's links and times. */
final class RssFeed {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RssFeed() {}

  static void write(Feed feed, OutputStream to) throws XMLStreamException {
    try (Elements xml = new Elements(to)) {
      xml.start(
          "rss",
          "version",
          "2.0",
          "xmlns:atom",
          "http://www.w3.org/2005/Atom",
          "xmlns:content",
          "http://purl.org/rss/1.0/modules/content/",
          "xmlns:dc",
          "http://purl.org/dc/elements/1.1/",
          "xmlns:fh",
          "http://purl.org/syndication/history/1.0");
      xml.start("channel");
      head(xml, feed);
      for (Item item : feed.page().items()) {
        if (item instanceof Item.Shown shown) {
          item(xml, feed, shown);
        }
      }
      xml.end();
      xml.end();
    }
  }

  private static void head(Elements xml, Feed feed) throws XMLStreamException {
    Place place = feed.place();
    xml.text("title", feed.title());
    xml.text("link", place.root() + "/");
    xml.text("description", feed.title());
    if (feed.selection().language() != null) {
      xml.text("language", feed.selection().language().tag());
    }
    xml.text("lastBuildDate", date(feed.updated()));
    xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", place.own());
    String older = feed.older();
    if (older != null) {
      xml.empty("atom:link", "rel", "prev-archive", "type", "application/rss+xml", "href", older);
    }
    String newer = feed.newer();
    if (newer != null) {
      xml.empty("atom:link", "rel", "next-archive", "type", "application/rss+xml", "href", newer);
    }
    if (place.archived() != null) {
      xml.empty("fh:archive");
      xml.empty(
          "atom:link", "rel", "current", "type", "application/rss+xml", "href", place.current());
    }
  }

  private static void item(Elements xml, Feed feed, Item.Shown shown) throws XMLStreamException {
    Change.Edition edition = shown.last().edition();
    PublishedEdition publication = shown.publication();
    Version version = publication.version();
    Content content = version.content();
    xml.start("item");
    xml.text("title", Feed.title(version));
    xml.text("link", feed.place().edition(edition.briefing(), edition.language()));
    xml.text("guid", Feed.urn(edition), "isPermaLink", "false");
    xml.text("pubDate", date(publication.published()));
    xml.text("atom:updated", Time.of(shown.last().at()));
    xml.text("dc:creator", feed.author(version));
    xml.text("dc:language", version.language().tag());
    if (content.section() != null) {
      xml.text("category", content.section());
    }
    String note = publication.note();
    xml.text("description", html(note == null ? content.body().lead() : note));
    enclosure(xml, feed, publication);
    xml.text("content:encoded", feed.html(publication));
    xml.end();
  }

  private static void enclosure(Elements xml, Feed feed, PublishedEdition publication)
      throws XMLStreamException {
    // RSS has room for one file.
    Optional<MediaFile> file = publication.files().stream().findFirst();
    if (file.isPresent()) {
      xml.empty(
          "enclosure",
          "url",
          feed.place().media(file.get().sha256()),
          "length",
          Long.toString(file.get().size()),
          "type",
          file.get().type());
    }
  }

  // Readers take a description for HTML.
  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String date(Instant instant) {
    return DATE.format(instant);
  }
}
