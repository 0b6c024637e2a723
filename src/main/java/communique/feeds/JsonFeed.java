package communique.feeds;

import communique.briefing.Change;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import communique.briefing.PublishedEdition;
import communique.briefing.Version;
import communique.reading.FollowEditions.Item;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Writes a feed as JSON Feed 1.1. */
final class JsonFeed {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private JsonFeed() {}

  static void write(Feed feed, OutputStream to) throws XMLStreamException {
    Place place = feed.place();
    try (JsonGenerator json = GENERATORS.createGenerator(to)) {
      json.writeStartObject();
      json.write("version", "https://jsonfeed.org/version/1.1");
      json.write("title", feed.title());
      json.write("home_page_url", place.root() + "/");
      json.write("feed_url", place.current());
      text(json, "next_url", feed.older());
      text(json, "language", feed.selection().language());
      json.writeStartArray("items");
      for (Item item : feed.page().items()) {
        if (item instanceof Item.Shown shown) {
          item(json, feed, shown);
        }
      }
      json.writeEnd().writeEnd();
    }
  }

  private static void item(JsonGenerator json, Feed feed, Item.Shown shown)
      throws XMLStreamException {
    Change.Edition edition = shown.last().edition();
    PublishedEdition publication = shown.publication();
    Version version = publication.version();
    Content content = version.content();
    json.writeStartObject();
    json.write("id", Feed.urn(edition));
    json.write("url", feed.place().edition(edition.briefing(), edition.language()));
    text(json, "external_url", content.webAddress());
    // The one format that wants no title where there is none.
    text(json, "title", content.headline());
    text(json, "summary", publication.note());
    json.write("content_html", feed.html(publication));
    json.write("date_published", Time.of(publication.published()));
    json.write("date_modified", Time.of(shown.last().at()));
    json.write("language", version.language().tag());
    json.writeStartArray("authors").writeStartObject();
    json.write("name", feed.author(version));
    json.writeEnd().writeEnd();
    if (content.section() != null) {
      json.writeStartArray("tags").write(content.section()).writeEnd();
    }
    attachments(json, feed, publication.files());
    json.writeEnd();
  }

  private static void attachments(JsonGenerator json, Feed feed, List<MediaFile> files) {
    json.writeStartArray("attachments");
    for (MediaFile file : files) {
      json.writeStartObject();
      json.write("url", feed.place().media(file.sha256()));
      json.write("mime_type", file.type());
      json.write("size_in_bytes", file.size());
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.write(name, value.toString());
    }
  }
}
