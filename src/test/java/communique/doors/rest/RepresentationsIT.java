package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One version in many formats and languages, at one address. */
@ExtendWith(RunningSystem.Shared.class)
class RepresentationsIT {
  private static final String BRIEFING =
      """
      {"office":"XV-PRES","kind":"statement","language":"de",
       "issued":{"date":"2025-07-24"},"rights":"https://valdoria.example/licence",
       "body":[{"type":"paragraph","text":[{"text":"Der Hafen <&> war am Morgen ruhig."}]}]}""";
  private static final String CORRECTION =
      """
      {"significance":"major","reason":"The time of day was wrong","headline":"Hafen",
       "issued":{"date":"2025-07-24"},"rights":"https://valdoria.example/licence",
       "body":[{"type":"paragraph","text":[{"text":"Der Hafen <&> war am Abend ruhig."}]},
               {"type":"paragraph","text":[{"text":"Niemand klagte."}]}]}""";
  private static final String TRANSLATION =
      """
      {"language":"ko","translation":{"from":"de","version":1},"headline":"항구",
       "body":[{"type":"paragraph","text":[{"text":"항구는 아침에 조용했다."}]}]}""";

  private final RestClient client;
  private final RestClient newsroom;
  private String edition = "";
  private String briefing = "";

  RepresentationsIT(RunningSystem system) throws IOException {
    this.client = RestClient.anonymous(system);
    this.newsroom = RestClient.as("xv-depositor", system);
  }

  @BeforeEach
  void handOver() throws Exception {
    HttpResponse<String> receipt = newsroom.post("briefings", BRIEFING);
    briefing = "/api/v1/briefings/" + RestClient.field("briefing", receipt.body());
    edition = briefing + "/de";
    assertThat(header(receipt, "Location")).matches("(https://[^/]+)?" + edition);
    newsroom.must("POST", briefing + "/editions", TRANSLATION);
  }

  @ParameterizedTest
  @CsvSource({
    "jsonld, application/ld+json",
    "ninjs, application/vnd.iptc.ninjs+json",
    "newsml-g2, application/vnd.iptc.g2.newsitem+xml",
    "xhtml, application/xhtml+xml",
    "text, text/plain",
    "ris, application/x-research-info-systems",
    "bibtex, application/x-bibtex",
    "csl, application/vnd.citationstyles.csl+json"
  })
  void each_format_is_had_by_its_type_and_by_its_name(String name, String type) throws Exception {
    HttpResponse<String> byType = client.get(edition, "Accept", type + ", */*;q=0.1");
    HttpResponse<String> byName = client.get(edition + "?format=" + name, "Accept", "image/png");
    assertThat(byType.statusCode()).as(byType.body()).isEqualTo(200);
    assertThat(header(byType, "Content-Type").replace(" ", "").replaceAll(";charset=utf-8", ""))
        .isEqualTo(type);
    assertThat(byName.body()).isEqualTo(byType.body());
    assertThat(header(byType, "ETag"))
        .isEqualTo("\"" + Digest.of(byType.body().getBytes(UTF_8)) + "\"");
    assertThat(header(byType, "Content-Language")).isEqualTo("de");
    assertThat(String.join(", ", byType.headers().allValues("Vary"))).contains("Accept");
    assertThat(header(byType, "Link"))
        .contains("<" + briefing + "/ko>; rel=\"alternate\"; hreflang=\"ko\"")
        .contains("<https://valdoria.example/licence>; rel=\"license\"")
        .contains("<" + edition + "/versions>; rel=\"version-history\"")
        .contains("<" + edition + ">; rel=\"canonical\"");
    assertThat(
            client
                .get(edition, "Accept", type, "If-None-Match", header(byType, "ETag"))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void a_page_and_its_header_name_the_same_one_address() throws Exception {
    for (String address : new String[] {edition, edition + "/versions/1"}) {
      HttpResponse<String> page = client.get(address + "?format=xhtml");
      assertThat(header(page, "Link")).contains("<" + address + ">; rel=\"canonical\"");
      assertThat(page.body())
          .containsPattern("<link rel=\"canonical\" href=\"http[^\"]*" + address + "\"");
    }
  }

  @Test
  void the_stored_bytes_are_what_most_clients_get() throws Exception {
    HttpResponse<String> stored = client.get(edition);
    SchemaCheck.assertValid("version.schema.json", stored.body().getBytes(UTF_8));
    for (String accept : new String[] {"*/*", "application/json", "application/*;q=0.2"}) {
      HttpResponse<String> again = client.get(edition, "Accept", accept);
      assertThat(again.body()).as(accept).isEqualTo(stored.body());
      assertThat(header(again, "ETag")).isEqualTo(header(stored, "ETag"));
      assertThat(header(again, "Content-Type")).isEqualTo("application/json");
    }
    assertThat(header(stored, "Link"))
        .contains("?format=ris>; rel=\"alternate\"; type=")
        .contains("<" + briefing + "/ko>; rel=\"alternate\"; hreflang=\"ko\"")
        .doesNotContain("hreflang=\"de\"")
        .contains("<https://valdoria.example/licence>; rel=\"license\"")
        .contains("<" + edition.substring(0, edition.lastIndexOf('/')) + ">; rel=\"collection\"");
    HttpResponse<String> first = client.get(edition + "/versions/1");
    assertThat(header(first, "Link"))
        .contains("<" + edition + ">; rel=\"latest-version\"")
        .contains("rel=\"collection\"")
        .doesNotContain("predecessor-version");
    assertThat(
            header(
                client.get(edition + "/versions/1", "If-None-Match", header(first, "ETag")),
                "Link"))
        .isEqualTo(header(first, "Link"));
  }

  @Test
  void an_edition_names_each_other_as_soon_as_it_is_there_and_no_longer_than_it_is()
      throws Exception {
    String korean = "<" + briefing + "/ko>";
    String french = "<" + briefing + "/fr>; rel=\"alternate\"; hreflang=\"fr\"";
    for (int i = 0; i < 2; i++) {
      assertThat(header(client.get(edition), "Link")).contains(korean).doesNotContain("/fr>");
    }
    newsroom.must(
        "POST",
        briefing + "/editions",
        TRANSLATION.replace("\"ko\"", "\"fr\"").replace("항구", "Port"));
    assertThat(header(client.get(edition), "Link")).contains(korean, french);
    newsroom.must(
        "POST", briefing + "/withdrawal", "{\"reason\":\"Told by mistake\",\"language\":\"ko\"}");
    assertThat(header(client.get(edition), "Link")).contains(french).doesNotContain(korean);
    newsroom.must(
        "POST",
        briefing + "/editions",
        TRANSLATION
            .replace("\"ko\"", "\"es\",\"embargo\":\"2999-01-01T00:00:00Z\"")
            .replace("항구", "Puerto"));
    assertThat(header(client.get(edition), "Link")).contains(french).doesNotContain("/es>");
    assertThat(header(newsroom.get(edition), "Link")).contains(french, korean, "/es>");
  }

  @Test
  void a_version_by_its_number_has_formats_too() throws Exception {
    HttpResponse<String> text = client.get(edition + "/versions/1", "Accept", "text/plain");
    assertThat(text.body()).contains("Der Hafen <&> war", "2025-07-24\n").doesNotContain("00:00");
  }

  @Test
  void an_unknown_format_is_refused_with_the_names_there_are_and_an_unknown_type_is_a_problem()
      throws Exception {
    HttpResponse<String> name = client.get(edition + "?format=docx");
    assertThat(name.statusCode()).isEqualTo(400);
    assertThat(name.body()).contains("UNKNOWN_VALUE", "newsml-g2, text, ris");
    HttpResponse<String> type = client.get(edition, "Accept", "image/png");
    assertThat(type.statusCode()).isEqualTo(406);
    assertThat(header(type, "Content-Type")).isEqualTo("application/problem+json");
    SchemaCheck.assertValid("problem.schema.json", type.body().getBytes(UTF_8));
    assertThat(type.body())
        .contains("\"field\":\"Accept\"", "application/json", "application/x-bibtex", "image/png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ko-KR, de;q=0.5 | ko", "fr | de", "de;q=0.1, ko | ko", "' ' | de"})
  void the_edition_in_the_language_liked_best_is_led_to(String liked, String language)
      throws Exception {
    HttpResponse<String> answer = client.get(briefing + "/edition", "Accept-Language", liked);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(header(answer, "Location")).endsWith(briefing + "/" + language);
    assertThat(header(answer, "Vary")).contains("Accept-Language");
  }

  @Test
  void a_briefing_in_short_links_to_its_editions() throws Exception {
    assertThat(header(client.get(briefing), "Link"))
        .contains("<" + briefing + "/de>; rel=\"alternate\"; hreflang=\"de\"")
        .contains("<" + briefing + "/ko>; rel=\"alternate\"; hreflang=\"ko\"");
  }

  @Test
  void versions_are_compared_word_by_word_and_languages_block_by_block() throws Exception {
    String tag = header(client.get(edition), "ETag");
    newsroom.must("PUT", edition, CORRECTION, "If-Match", tag);
    HttpResponse<String> versions = client.get(briefing + "/compare?from=de/1&to=de/2");
    assertThat(versions.statusCode()).as(versions.body()).isEqualTo(200);
    SchemaCheck.assertValid("comparison.schema.json", versions.body().getBytes(UTF_8));
    assertThat(versions.body())
        .contains("{\"field\":\"headline\",\"to\":\"Hafen\"}")
        .contains("{\"operation\":\"deleted\",\"text\":\"Morgen\"}")
        .contains("{\"operation\":\"inserted\",\"text\":\"Abend\"}");
    HttpResponse<String> languages = client.get(briefing + "/compare?from=de&to=ko");
    SchemaCheck.assertValid("comparison.schema.json", languages.body().getBytes(UTF_8));
    assertThat(languages.body()).contains("\"version\":2").doesNotContain("\"words\"");
  }

  @ParameterizedTest
  @CsvSource({
    "to=de/1, 400, from",
    "from=de/1&to=de/x, 400, to.version",
    "from=de/1&to=de/9, 404, version",
    "from=fr&to=de, 404, version"
  })
  void a_comparison_with_what_is_not_there_is_refused(String query, int status, String field)
      throws Exception {
    HttpResponse<String> answer = client.get(briefing + "/compare?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
