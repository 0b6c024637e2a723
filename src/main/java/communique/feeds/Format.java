package communique.feeds;

import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** A format of feeds. */
enum Format {
  ATOM("application/atom+xml"),
  RSS("application/rss+xml"),
  JSON("application/feed+json");

  /** By the last part of the path. */
  static final Map<String, Format> BY_PATH = Map.of("/atom", ATOM, "/rss", RSS, "/json", JSON);

  private final String type;

  Format(String type) {
    this.type = type;
  }

  String type() {
    return type + ";charset=UTF-8";
  }

  void write(Feed feed, OutputStream to) throws XMLStreamException {
    switch (this) {
      case ATOM -> AtomFeed.write(feed, to);
      case RSS -> RssFeed.write(feed, to);
      case JSON -> JsonFeed.write(feed, to);
    }
  }
}
