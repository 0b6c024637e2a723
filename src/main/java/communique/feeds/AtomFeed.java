package communique.feeds;

import communique.briefing.Change;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import communique.briefing.PublishedEdition;
import communique.briefing.Version;
import communique.reading.FollowEditions.Item;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes a feed as Atom (RFC 4287), with deleted entries (RFC 6721) for what is no longer shown and
 * links to the archive (RFC 5005, section 4).
 */
final class AtomFeed {
  private AtomFeed() {}

  static void write(Feed feed, OutputStream to) throws XMLStreamException {
    try (Elements xml = new Elements(to)) {
      xml.start(
          "feed",
          "xmlns",
          "http://www.w3.org/2005/Atom",
          "xmlns:at",
          "http://purl.org/atompub/tombstones/1.0",
          "xmlns:fh",
          "http://purl.org/syndication/history/1.0");
      head(xml, feed);
      for (Item item : feed.page().items()) {
        if (item instanceof Item.Shown shown) {
          entry(xml, feed, shown);
        } else if (item instanceof Item.Gone gone) {
          deleted(xml, gone);
        }
      }
      xml.end();
    }
  }

  private static void head(Elements xml, Feed feed) throws XMLStreamException {
    Place place = feed.place();
    xml.text("id", place.identity(feed.archive()));
    xml.text("title", feed.title());
    xml.text("updated", Time.of(feed.updated()));
    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", place.own());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", place.root() + "/");
    String older = feed.older();
    if (older != null) {
      xml.empty("link", "rel", "prev-archive", "type", "application/atom+xml", "href", older);
    }
    String newer = feed.newer();
    if (newer != null) {
      xml.empty("link", "rel", "next-archive", "type", "application/atom+xml", "href", newer);
    }
    if (place.archived() != null) {
      xml.empty("fh:archive");
      xml.empty("link", "rel", "current", "type", "application/atom+xml", "href", place.current());
    }
  }

  private static void entry(Elements xml, Feed feed, Item.Shown shown) throws XMLStreamException {
    Change.Edition edition = shown.last().edition();
    PublishedEdition publication = shown.publication();
    Version version = publication.version();
    xml.start("entry", "xml:lang", version.language().tag());
    xml.text("id", Feed.urn(edition));
    xml.text("title", Feed.title(version));
    xml.text("updated", Time.of(shown.last().at()));
    xml.text("published", Time.of(publication.published()));
    xml.start("author");
    xml.text("name", feed.author(version));
    xml.end();
    xml.empty(
        "link",
        "rel",
        "alternate",
        "type",
        "text/html",
        "hreflang",
        version.language().tag(),
        "href",
        feed.place().edition(edition.briefing(), edition.language()));
    details(xml, feed, publication);
    xml.text("content", feed.html(publication), "type", "html");
    xml.end();
  }

  private static void details(Elements xml, Feed feed, PublishedEdition publication)
      throws XMLStreamException {
    Content content = publication.version().content();
    for (MediaFile file : publication.files()) {
      enclosure(xml, feed, file);
    }
    if (content.section() != null) {
      xml.empty("category", "term", content.section());
    }
    for (String subject : content.subjects()) {
      xml.empty("category", "scheme", "http://cv.iptc.org/newscodes/mediatopic/", "term", subject);
    }
    if (publication.note() != null) {
      xml.text("summary", publication.note());
    }
    if (content.rights() != null) {
      xml.text("rights", content.rights());
    }
  }

  private static void enclosure(Elements xml, Feed feed, MediaFile file) throws XMLStreamException {
    xml.empty(
        "link",
        "rel",
        "enclosure",
        "type",
        file.type(),
        "length",
        Long.toString(file.size()),
        "href",
        feed.place().media(file.sha256()));
  }

  private static void deleted(Elements xml, Item.Gone gone) throws XMLStreamException {
    xml.start(
        "at:deleted-entry",
        "ref",
        Feed.urn(gone.last().edition()),
        "when",
        Time.of(gone.last().at()));
    if (gone.reason() != null) {
      xml.text("at:comment", gone.reason());
    }
    xml.end();
  }
}
