package communique.doors.readingroom;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the room has for readers beside the texts: its languages, lists, calendar and basket. */
@ExtendWith(RunningSystem.Shared.class)
class RoomForReadersIT {
  private static final String WEB = "same-origin";

  private final RunningSystem system;
  private final RestClient reader;

  RoomForReadersIT(RunningSystem system) {
    this.system = system;
    this.reader = RestClient.anonymous(system);
  }

  @Test
  void a_reader_is_spoken_to_in_the_language_of_the_browser_or_in_the_one_chosen()
      throws Exception {
    HttpResponse<String> korean = reader.get("/offices", "Accept-Language", "ko-KR,en;q=0.5");
    assertThat(korean.body()).contains("<h1>발표 기관</h1>", " lang=\"ko\"");
    assertThat(korean.headers().firstValue("Content-Language")).hasValue("ko");
    assertThat(korean.headers().firstValue("Vary")).hasValue("Accept-Language, Cookie");

    HttpResponse<String> german = reader.get("/offices?ui=de", "Accept-Language", "ko");
    assertThat(german.body()).contains("<h1>Pressestellen</h1>", "href=\"?ui=fr\"");
    String cookie = cookie(german);
    assertThat(cookie).startsWith("ui=de;").contains("SameSite=Lax", "HttpOnly", "Path=/");
    assertThat(german.headers().firstValue("Cache-Control").orElse("")).contains("private");

    String again = reader.get("/offices", "Accept-Language", "ko", "Cookie", "ui=de").body();
    assertThat(again).contains("<h1>Pressestellen</h1>");
    assertThat(reader.get("/nothing", "Accept-Language", "fr").body())
        .contains("<h1>Il n’y a rien ici</h1>");
  }

  @Test
  void styles_and_fonts_come_from_here_and_are_kept_as_long_as_they_are_the_same()
      throws Exception {
    Matcher style =
        Pattern.compile("href=\"(/assets/govuk[^\"]*)\"").matcher(reader.get("/").body());
    assertThat(style.find()).isTrue();
    HttpResponse<String> css = reader.get(style.group(1));
    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(css.body()).contains(".govuk-button").doesNotContain("GDS Transport");
    assertThat(reader.get("/assets/govuk.css").headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=3600");
    assertThat(
            reader
                .get(style.group(1), "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .hasValue("gzip");
    HttpResponse<String> font = reader.get("/assets/source-sans-pro-latin-400-normal.woff2");
    assertThat(font.headers().firstValue("Content-Type")).hasValue("font/woff2");
  }

  @Test
  void the_calendar_counts_what_everybody_may_see_and_leads_to_it() throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    String issued = "\"issued\":{\"date\":\"1951-03-07\"}";
    office.must("POST", "briefings", statement("Calendar first", issued));
    office.must("POST", "briefings", statement("Calendar second", issued));
    office.must(
        "POST",
        "briefings",
        statement("Calendar later", issued, "\"embargo\":\"2099-01-01T00:00:00Z\""));

    assertThat(reader.get("/calendar").body()).contains("<a href=\"/calendar/1951\">1951</a>");
    assertThat(reader.get("/calendar/1951").body())
        .containsSubsequence("<a href=\"/calendar/1951/03\">March</a>", "2 briefings")
        .doesNotContain("3 briefings", "/calendar/1951/04");
    assertThat(reader.get("/calendar/1951/03").body())
        .contains("<a href=\"/calendar/1951/03/07\"><b>7</b>", "2 briefings")
        .doesNotContain("/calendar/1951/03/08");
    assertThat(reader.get("/calendar/1951/03/07").body())
        .contains("Calendar first", "Calendar second")
        .doesNotContain("Calendar later", "rel=\"next\"");
    assertThat(reader.get("/calendar/1951?office=KR-PRES").body()).doesNotContain("2 briefings");
    assertThat(reader.get("/calendar/1951/02/29").statusCode()).isEqualTo(404);
    assertThat(reader.get("/calendar/1951/13").statusCode()).isEqualTo(404);
  }

  @Test
  void offices_and_subjects_have_pages_with_their_briefings() throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    office.must(
        "POST", "briefings", statement("On a subject", "\"subjects\":[\"medtop:29000001\"]"));
    assertThat(reader.get("/subjects/medtop:29000001").body()).contains("On a subject");
    assertThat(reader.get("/subjects/medtop:29000002").body()).doesNotContain("On a subject");
    assertThat(reader.get("/offices").body()).contains("href=\"/offices/XV-PRES\"");
    assertThat(reader.get("/offices/XV-PRES?kind=statement&language=en").body())
        .contains("On a subject")
        .doesNotContain("name=\"office\"");
    assertThat(reader.get("/offices/XV-PRES?kind=speech").body()).doesNotContain("On a subject");
    assertThat(reader.get("/offices/NO-SUCH").statusCode()).isEqualTo(404);
    assertThat(reader.get("/?kind=sermon").statusCode()).isEqualTo(400);
  }

  @Test
  void what_is_put_aside_is_listed_and_taken_along_and_what_was_withdrawn_is_told()
      throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    String kept = field("briefing", office.must("POST", "briefings", statement("Put aside")));
    String gone = field("briefing", office.must("POST", "briefings", statement("Taken back")));
    String hidden =
        field(
            "briefing",
            office.must(
                "POST", "briefings", statement("Not yet", "\"embargo\":\"2099-01-01T00:00:00Z\"")));
    String basket = "";
    for (String id : List.of(kept, gone, hidden)) {
      HttpResponse<String> added = put(id, basket, "Sec-Fetch-Site", WEB);
      assertThat(added.statusCode()).isEqualTo(303);
      basket = cookie(added).split(";", 2)[0];
    }
    office.must(
        "POST",
        "briefings/" + gone + "/withdrawal",
        "{\"reason\":\"By mistake\",\"titleShown\":false}");

    String page = reader.get("/basket", "Cookie", basket).body();
    assertThat(page)
        .contains("Put aside", "Basket (3)", "This was withdrawn", "This edition is not available.")
        .contains("action=\"/basket/" + kept + "/en/removal\"")
        .doesNotContain("Taken back", "Not yet");
    assertThat(reader.get("/basket/csv", "Cookie", basket).body())
        .contains("Put aside", ",withdrawn,", "," + hidden + ",en,absent,")
        .doesNotContain("Taken back", "Not yet");
    assertThat(reader.get("/basket/csv", "Cookie", basket).headers().firstValue("Content-Language"))
        .hasValue("");
    assertThat(reader.get("/basket/ris", "Cookie", basket).body())
        .containsOnlyOnce("TY  - ")
        .contains("TI  - Put aside");
    assertThat(reader.get("/basket/bibtex", "Cookie", basket).body()).contains("Put aside");
    assertThat(zipped(basket))
        .hasSize(4)
        .contains("contents.csv")
        .filteredOn(name -> name.contains(".en/text."))
        .hasSize(3);
  }

  @Test
  void who_takes_something_out_of_the_basket_comes_to_what_follows_there() throws Exception {
    String first = "" + new UUID(1, 1);
    String last = "" + new UUID(2, 2);
    String basket = cookie(put(first, "", "Sec-Fetch-Site", WEB)).split(";", 2)[0];
    basket = cookie(put(last, basket, "Sec-Fetch-Site", WEB)).split(";", 2)[0];
    assertThat(removed(first, basket, "/basket?ui=de"))
        .endsWith("/basket?ui=de#basket-" + last + "-en");
    assertThat(removed(last, basket, "/basket")).endsWith("/basket#content");
    assertThat(removed(first, basket, "/search?q=x"))
        .endsWith("/search?q=x#basket-" + first + "-en");
  }

  @Test
  void a_basket_over_https_never_keeps_the_one_over_http_from_being_filled() throws Exception {
    String path = "/basket/" + new UUID(3, 3) + "/en";
    HttpResponse<String> secure =
        RestClient.as("archivist", system).send("POST", path, "", "Sec-Fetch-Site", WEB);
    assertThat(cookie(secure)).startsWith("__Host-basket=").contains("Secure", "Path=/");
    HttpResponse<String> plain =
        reader.send("POST", path, "", "Cookie", cookie(secure).split(";", 2)[0]);
    assertThat(cookie(plain)).startsWith("basket=").doesNotContain("Secure");
    RestClient overHttps = RestClient.as("archivist", system);
    assertThat(cookie(overHttps.get("/offices?ui=fr"))).startsWith("__Host-ui=fr;");
    assertThat(overHttps.get("/offices", "Cookie", "__Host-ui=fr; ui=de").body())
        .contains(" lang=\"fr\"");
  }

  @Test
  void no_other_site_fills_a_readers_basket() throws Exception {
    String id =
        field(
            "briefing",
            RestClient.as("xv-depositor", system).must("POST", "briefings", statement("Safe")));
    HttpResponse<String> refused = put(id, "", "Sec-Fetch-Site", "cross-site");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(put(id, "", "Origin", "https://other.example").statusCode()).isEqualTo(403);
    HttpResponse<String> added = put(id, "", "Origin", system.httpUri().resolve("/").toString());
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(cookie(added)).contains("SameSite=Lax", "HttpOnly");
  }

  @Test
  void a_reader_who_puts_something_aside_comes_back_to_it_and_from_a_full_basket_to_the_page()
      throws Exception {
    String path = "/basket/" + new UUID(7, 7) + "/en";
    String before = system.httpUri().resolve("/search?q=x").toString();
    HttpResponse<String> added =
        reader.send("POST", path, "", "Sec-Fetch-Site", WEB, "Referer", before);
    assertThat(added.headers().firstValue("Location").orElse(""))
        .endsWith("/search?q=x#basket-" + new UUID(7, 7) + "-en");
    String full =
        IntStream.range(0, 50)
            .mapToObj(
                i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "A".repeat(20) + "en")
            .collect(Collectors.joining("."));
    HttpResponse<String> refused =
        reader.send("POST", path, "", "Referer", before, "Cookie", "basket=" + full);
    assertThat(refused.body()).contains("href=\"/search?q=x&amp;ui=de\"");
  }

  @Test
  void a_search_that_cannot_be_read_is_told_at_its_field_in_the_readers_language()
      throws Exception {
    HttpResponse<String> refused =
        reader.get("/search?q=x&from=yesterday", "Accept-Language", "ko");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"x\"", "시작일: “yesterday”", "aria-describedby=\"from-problem\"")
        .doesNotContain("must be");
    HttpResponse<String> turned = reader.get("/search?q=x&from=2025-02-01&to=2025-01-01");
    assertThat(turned.statusCode()).isEqualTo(400);
    assertThat(turned.body()).contains("The last day must not be before the first");
    HttpResponse<String> narrowed = reader.get("/search?q=x&language=xx-");
    assertThat(narrowed.statusCode()).isEqualTo(400);
    assertThat(narrowed.body()).contains("Language: “xx-”").doesNotContain("name=\"language\"");
  }

  @Test
  void the_calendar_ends_where_the_archive_does() throws Exception {
    for (String none : List.of("/calendar/1000", "/calendar/9999", "/calendar/9999/01")) {
      assertThat(reader.get(none).statusCode()).as(none).isEqualTo(404);
    }
  }

  private HttpResponse<String> put(String id, String basket, String header, String value)
      throws Exception {
    String path = "/basket/" + id + "/en";
    return basket.isEmpty()
        ? reader.send("POST", path, "", header, value)
        : reader.send("POST", path, "", header, value, "Cookie", basket);
  }

  private String removed(String id, String basket, String page) throws Exception {
    return reader
        .send(
            "POST",
            "/basket/" + id + "/en/removal",
            "",
            "Cookie",
            basket,
            "Referer",
            system.httpUri().resolve(page).toString())
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  private List<String> zipped(String basket) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/basket/zip"))
            .header("Cookie", basket)
            .build();
    byte[] bytes = system.client().send(request, BodyHandlers.ofByteArray()).body();
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }
}
