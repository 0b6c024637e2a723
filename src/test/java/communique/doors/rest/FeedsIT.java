package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Readers of feeds see each edition once, as it is now, and learn what matters. */
@ExtendWith(RunningSystem.Shared.class)
class FeedsIT {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final RestDepositor rest;

  FeedsIT(RunningSystem system) throws Exception {
    this.rest = new RestDepositor(system);
  }

  @Test
  void a_minor_correction_is_silent_and_a_major_one_moves_the_edition_up_with_its_note()
      throws Exception {
    String section = "Silence " + UUID.randomUUID();
    UUID first = rest.deposit("en", "First & <foremost>", section(section));
    rest.deposit("en", "Second", section(section));
    List<SyndEntry> before = entries("atom", section);
    rest.correct(first, "en", "minor", "First, corrected", section(section));
    List<SyndEntry> silent = entries("atom", section);
    assertThat(titles(before)).containsExactly("Second", "First & <foremost>");
    assertThat(titles(silent)).containsExactly("Second", "First, corrected");
    assertThat(silent.get(1).getUpdatedDate()).isEqualTo(before.get(1).getUpdatedDate());
    rest.correct(first, "en", "major", "First, put right", section(section));
    List<SyndEntry> loud = entries("atom", section);
    assertThat(titles(loud)).containsExactly("First, put right", "Second");
    SyndEntry moved = loud.get(0);
    assertThat(moved.getUri())
        .isEqualTo("urn:uuid:" + first + "#en")
        .isEqualTo(silent.get(1).getUri());
    assertThat(moved.getUpdatedDate()).isAfter(before.get(1).getUpdatedDate());
    assertThat(moved.getPublishedDate()).isEqualTo(before.get(1).getPublishedDate());
    assertThat(moved.getContents().get(0).getValue())
        .contains("role=\"note\"", "A figure was wrong", "Said &amp; &lt;done&gt;.");
    assertThat(titles(entries("rss", section))).containsExactly("First, put right", "Second");
  }

  @Test
  void what_is_withdrawn_is_a_deleted_entry_in_atom_and_gone_elsewhere() throws Exception {
    String section = "Gone " + UUID.randomUUID();
    UUID id = rest.deposit("en", "Gone", section(section));
    rest.deposit("en", "Kept", section(section));
    rest.withdraw(id);
    Document atom = xml(feed("atom", section).body());
    NodeList deleted =
        atom.getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry");
    assertThat(deleted.getLength()).isEqualTo(1);
    Element tombstone = (Element) deleted.item(0);
    assertThat(tombstone.getAttribute("ref")).isEqualTo("urn:uuid:" + id + "#en");
    assertThat(tombstone.getAttribute("when")).endsWith("Z");
    assertThat(tombstone.getTextContent()).isEqualTo("It was a draft");
    assertThat(feed("atom", section).body()).doesNotContain(">Gone<");
    assertThat(titles(entries("rss", section))).containsExactly("Kept");
    JsonNode items = rest.json(address("json", section)).get("items");
    assertThat(items.findValuesAsText("title")).containsExactly("Kept");
    rest.reinstate(id);
    assertThat(titles(entries("atom", section))).containsExactly("Gone", "Kept");
  }

  @Test
  void all_formats_have_what_they_must() throws Exception {
    String section = "Forms " + UUID.randomUUID();
    UUID id = rest.deposit("de", "Überschrift", section(section));
    Document atom = xml(feed("atom", section).body());
    for (String required : List.of("id", "title", "updated", "author", "content", "published")) {
      assertThat(atom.getElementsByTagNameNS(ATOM, required).getLength()).as(required).isPositive();
    }
    JsonNode json = rest.json(address("json", section));
    assertThat(json.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    JsonNode item = json.get("items").get(0);
    assertThat(item.get("id").asText()).isEqualTo("urn:uuid:" + id + "#de");
    assertThat(item.get("content_html").asText()).contains("<p>Said &amp; &lt;done&gt;.</p>");
    SyndFeed rss = parsed(feed("rss", section).body());
    assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
    assertThat(rss.getEntries().get(0).getContents().get(0).getValue()).contains("<p>Said");
    assertThat(rss.getEntries().get(0).getLink()).endsWith("/briefings/" + id + "/de");
  }

  @Test
  void who_has_the_newest_already_gets_a_304_until_something_changes() throws Exception {
    String section = "Known " + UUID.randomUUID();
    UUID id = rest.deposit("ko", "Known", section(section));
    String address = "/feeds/atom?language=ko";
    String tag = rest.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(rest.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    rest.deposit("ja", "In another language", "");
    assertThat(rest.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    rest.correct(id, "ko", "minor", "Known better", section(section));
    assertThat(rest.get(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    HttpResponse<String> settled = rest.get(address);
    while (settled.headers().firstValue("Last-Modified").isEmpty()) {
      Thread.sleep(200);
      settled = rest.get(address);
    }
    String date = settled.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(rest.get(address, "If-Modified-Since", date).statusCode()).isEqualTo(304);
  }

  @Test
  void the_archive_leads_to_every_edition_once() throws Exception {
    String section = "Many " + UUID.randomUUID();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < 53; i++) {
      kept.add("urn:uuid:" + rest.deposit("fr", "No. " + i, section(section)) + "#fr");
    }
    Document current = xml(feed("atom", section).body());
    List<String> ids = ids(current);
    assertThat(ids).hasSize(50);
    Matcher older =
        Pattern.compile("rel=\"prev-archive\"[^>]*href=\"([^\"]*)\"")
            .matcher(feed("atom", section).body());
    assertThat(older.find()).isTrue();
    String archive = rest.get(older.group(1).replace("&amp;", "&")).body();
    assertThat(archive).contains("<fh:archive").doesNotContain("prev-archive");
    ids.addAll(ids(xml(archive)));
    assertThat(ids).containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void what_cannot_be_a_feed_is_refused_in_plain_words() throws Exception {
    assertThat(rest.get("/feeds/atom?office=x").statusCode()).isEqualTo(400);
    assertThat(rest.get("/feeds/atom?before=x").statusCode()).isEqualTo(400);
    assertThat(rest.get("/feeds/pdf").statusCode()).isEqualTo(404);
    assertThat(rest.get("/sitemaps/999.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void the_sitemap_has_what_is_shown_and_robots_find_it() throws Exception {
    UUID shown = rest.deposit("en", "On the map", "");
    UUID gone = rest.deposit("en", "Off the map", "");
    rest.withdraw(gone);
    assertThat(rest.get("/robots.txt").body()).contains("/sitemap.xml");
    NodeList pages = xml(rest.get("/sitemap.xml").body()).getElementsByTagName("loc");
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < pages.getLength(); i++) {
      NodeList all =
          xml(rest.get(pages.item(i).getTextContent()).body()).getElementsByTagName("loc");
      for (int j = 0; j < all.getLength(); j++) {
        addresses.add(all.item(j).getTextContent());
      }
    }
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(addresses).anyMatch(each -> each.endsWith("/briefings/" + shown + "/en"));
    assertThat(addresses).noneMatch(each -> each.contains(gone.toString()));
  }

  private List<SyndEntry> entries(String format, String section) throws Exception {
    return parsed(feed(format, section).body()).getEntries();
  }

  private HttpResponse<String> feed(String format, String section) throws Exception {
    HttpResponse<String> answer = rest.get(address(format, section));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String address(String format, String section) {
    return "/feeds/" + format + "?section=" + URLEncoder.encode(section, UTF_8);
  }

  private static String section(String section) {
    return ",\"section\":\"" + section + "\"";
  }

  private static List<String> titles(List<SyndEntry> entries) {
    return entries.stream().map(SyndEntry::getTitle).toList();
  }

  private static SyndFeed parsed(String feed) throws Exception {
    return new SyndFeedInput().build(new StringReader(feed));
  }

  private static List<String> ids(Document atom) {
    NodeList entries = atom.getElementsByTagNameNS(ATOM, "entry");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      ids.add(entry.getElementsByTagNameNS(ATOM, "id").item(0).getTextContent());
    }
    return ids;
  }

  private static Document xml(String document) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }
}
