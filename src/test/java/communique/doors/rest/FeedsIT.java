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
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        .contains("role=\"note\"", "A figure was wrong", "Said &amp; &lt;done");
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
    assertThat(item.get("content_html").asText()).contains("<p>Said &amp; &lt;done");
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
    // No date tells when an office got another name.
    assertThat(rest.get(address).headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void an_edition_that_goes_to_another_section_leaves_a_deleted_entry_in_the_first()
      throws Exception {
    String first = "First " + UUID.randomUUID();
    String second = "Second " + UUID.randomUUID();
    UUID id = rest.deposit("en", "Moving", section(first));
    rest.correct(id, "en", "minor", "Moving", section(second));
    assertThat(entries("rss", first)).isEmpty();
    assertThat(deleted(first)).containsExactly("urn:uuid:" + id + "#en");
    assertThat(titles(entries("atom", second))).containsExactly("Moving");
    assertThat(deleted(second)).isEmpty();
    rest.withdraw(id);
    assertThat(deleted(first)).containsExactly("urn:uuid:" + id + "#en");
    assertThat(deleted(second)).containsExactly("urn:uuid:" + id + "#en");
    rest.reinstate(id);
    rest.correct(id, "en", "minor", "Moved back", section(first));
    assertThat(titles(entries("atom", first))).containsExactly("Moved back");
    assertThat(deleted(first)).isEmpty();
    assertThat(deleted(second)).containsExactly("urn:uuid:" + id + "#en");
  }

  @Test
  void the_archive_leads_to_every_edition_and_its_documents_stay_where_they_are() throws Exception {
    String section = "Many " + UUID.randomUUID();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < 140; i++) {
      kept.add("urn:uuid:" + rest.deposit("fr", "No. " + i, section(section)) + "#fr");
    }
    assertThat(ids(xml(feed("atom", section).body()))).hasSize(50);
    Map<String, List<String>> before = archive(address("atom", section));
    Set<String> found = new HashSet<>(ids(xml(feed("atom", section).body())));
    before.values().forEach(found::addAll);
    assertThat(found).isEqualTo(kept);
    assertThat(before.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    List<String> places = new ArrayList<>(before.keySet());
    List<String> lasting = places.stream().dropWhile(place -> !isCut(place)).toList();
    assertThat(lasting).isNotEmpty();
    rest.deposit("fr", "One more", section(section));
    Map<String, List<String>> after = archive(address("atom", section));
    for (String place : lasting) {
      assertThat(after.get(place)).as(place).isEqualTo(before.get(place));
    }
    for (int i = 1; i < places.size(); i++) {
      String body = rest.get(places.get(i)).body();
      assertThat(body).contains("<fh:archive", "rel=\"current\"");
      if (isCut(places.get(i - 1))) {
        assertThat(link(body, "next-archive")).isEqualTo(places.get(i - 1));
      }
    }
    assertThat(rest.get(address("atom", section) + "&before=5").body()).contains("<fh:archive");
  }

  @Test
  void what_cannot_be_a_feed_is_refused_in_plain_words() throws Exception {
    assertThat(rest.get("/feeds/atom?office=x").statusCode()).isEqualTo(400);
    assertThat(rest.get("/feeds/atom?before=x").statusCode()).isEqualTo(400);
    assertThat(rest.get("/feeds/atom?offise=XV-PRES").body())
        .contains("offise is not a parameter here", "office");
    assertThat(rest.get("/feeds/atom?offise=XV-PRES").statusCode()).isEqualTo(400);
    assertThat(rest.get("/feeds/atom?office=XV-PRES&office=KR-PRES").body())
        .contains("office must be given once");
    assertThat(rest.get("/feeds/atom?office=XV-PRES&utm_source=x").statusCode()).isEqualTo(200);
    assertThat(rest.get("/feeds/search/atom?q=x&p=1").statusCode()).isEqualTo(400);
    for (String address :
        List.of(
            "/feeds/atom?section=%zz",
            "/feeds/search/atom?q=%zz", "/api/v1/briefings?section=%zz", "/api/v1/search?q=%zz")) {
      assertThat(raw(address, "localhost")).as(address).startsWith("HTTP/1.1 400");
    }
    for (String host : List.of("a b", "evil.example/x?\"><a", "user@a.example")) {
      assertThat(raw("/feeds/atom", host)).as(host).startsWith("HTTP/1.1 400");
      assertThat(raw("/opensearch.xml", host)).as(host).startsWith("HTTP/1.1 400");
    }
    assertThat(rest.get("/feeds/pdf").statusCode()).isEqualTo(404);
    assertThat(rest.get("/sitemaps/999.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void a_feed_and_its_entries_are_the_same_under_whatever_name_they_are_asked() throws Exception {
    String section = "Names " + UUID.randomUUID();
    rest.deposit("en", "Named", section(section));
    String here = raw(address("atom", section), "a.example");
    String there = raw(address("atom", section), "b.example");
    assertThat(here).contains("href=\"http://a.example/briefings/");
    assertThat(identities(here)).hasSize(2).isEqualTo(identities(there));
    assertThat(identities(here)).allMatch(id -> id.startsWith("urn:uuid:"));
    assertThat(identities(here)).doesNotContainAnyElementsOf(identities(feed("atom", "x").body()));
  }

  @Test
  void the_description_of_an_item_stays_text_where_it_is_read_as_html() throws Exception {
    String section = "Text " + UUID.randomUUID();
    rest.deposit("en", "Marked", section(section));
    assertThat(entries("rss", section).get(0).getDescription().getValue())
        .isEqualTo("Said &amp; &lt;done&gt;.");
  }

  @Test
  void a_search_feed_has_a_tag_of_its_own_and_is_xml_whatever_is_searched_for() throws Exception {
    String address = "/feeds/search/atom?q=a%02";
    HttpResponse<String> feed = rest.get(address);
    assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
    assertThat(xml(feed.body()).getDocumentElement().getLocalName()).isEqualTo("feed");
    String tag = feed.headers().firstValue("ETag").orElseThrow();
    assertThat(rest.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(rest.get(address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void only_a_feed_of_one_language_says_that_it_is_in_one() throws Exception {
    assertThat(language("/feeds/atom?language=ko")).isEqualTo("ko");
    assertThat(language("/feeds/atom")).isEmpty();
    assertThat(language("/api/v1/briefings")).isEmpty();
    assertThat(language("/api/v1/changes")).isEmpty();
  }

  @Test
  void the_sitemap_has_what_is_shown_and_robots_find_it() throws Exception {
    Instant before = Instant.now().minusSeconds(60);
    UUID shown = rest.deposit("en", "On the map", "");
    UUID gone = rest.deposit("en", "Off the map", "");
    rest.withdraw(gone);
    assertThat(rest.get("/robots.txt").body())
        .contains("/sitemap.xml", "Disallow: /search\n", "Disallow: /*?ui=\n");
    Document index = xml(rest.get("/sitemap.xml").body());
    NodeList pages = index.getElementsByTagName("loc");
    NodeList changed = index.getElementsByTagName("lastmod");
    assertThat(changed.getLength()).isEqualTo(pages.getLength());
    assertThat(Instant.parse(changed.item(changed.getLength() - 1).getTextContent()))
        .isAfter(before);
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

  private List<String> deleted(String section) throws Exception {
    NodeList deleted =
        xml(feed("atom", section).body())
            .getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry");
    List<String> references = new ArrayList<>();
    for (int i = 0; i < deleted.getLength(); i++) {
      references.add(((Element) deleted.item(i)).getAttribute("ref"));
    }
    return references;
  }

  // The documents of the archive with their entries, the newest first.
  private Map<String, List<String>> archive(String current) throws Exception {
    Map<String, List<String>> documents = new LinkedHashMap<>();
    String older = link(rest.get(current).body(), "prev-archive");
    while (!older.isEmpty()) {
      String body = rest.get(older).body();
      documents.put(older, ids(xml(body)));
      older = link(body, "prev-archive");
    }
    return documents;
  }

  // Where documents begin for ever; now and then one must begin between.
  private static boolean isCut(String place) {
    long position = Long.parseLong(place.replaceFirst(".*before=", ""));
    return (position * 40503 & 65535) < 2622;
  }

  private static String link(String atom, String relation) {
    Matcher link = Pattern.compile("rel=\"" + relation + "\"[^>]*href=\"([^\"]*)\"").matcher(atom);
    return link.find() ? link.group(1).replace("&amp;", "&") : "";
  }

  private static List<String> identities(String atom) {
    return Pattern.compile("<id>([^<]*)</id>")
        .matcher(atom)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private String language(String address) throws Exception {
    return rest.get(address).headers().firstValue("Content-Language").orElse("");
  }

  // As no client would ask.
  private String raw(String address, String host) throws Exception {
    URI root = rest.uri("/");
    try (Socket server = new Socket(root.getHost(), root.getPort())) {
      server.setSoTimeout(30_000);
      String request =
          "GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      server.getOutputStream().write(request.getBytes(UTF_8));
      return new String(server.getInputStream().readAllBytes(), UTF_8);
    }
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
