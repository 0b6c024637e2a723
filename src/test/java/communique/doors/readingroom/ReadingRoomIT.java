package communique.doors.readingroom;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningSystem.Shared.class)
class ReadingRoomIT {
  private final RunningSystem system;

  ReadingRoomIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/search, 200",
    "/?after=x, 400",
    "/?language=!, 400",
    "/briefings/x, 404",
    "/briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab, 404",
    "/briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de, 404",
    "/nothing, 404",
    "/assets/passwd, 404"
  })
  void every_answer_is_a_page_that_allows_no_script(String path, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve(path.replace("!", "%21"))).build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("script", "unsafe");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("</html>");
  }

  @Test
  void what_an_address_does_not_do_and_a_form_that_there_is_not_are_told_as_what_they_are()
      throws Exception {
    RestClient reader = RestClient.anonymous(system);
    HttpResponse<String> method = reader.send("DELETE", "/offices", "");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");
    assertThat(method.body()).contains("<h1>This cannot be done at this address</h1>");
    HttpResponse<String> form =
        reader.get("/offices", "Accept", "application/json", "Accept-Language", "de");
    assertThat(form.statusCode()).isEqualTo(406);
    assertThat(form.body()).contains("<h1>Das gibt es nicht in dieser Form</h1>");
  }

  @Test
  void the_way_to_an_edition_keeps_the_language_that_the_reader_chose() throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    String id = RestClient.field("briefing", office.must("POST", "briefings", statement("Way")));
    HttpResponse<String> way = RestClient.anonymous(system).get("/briefings/" + id + "?ui=ko");
    assertThat(way.statusCode()).isEqualTo(303);
    assertThat(way.headers().firstValue("Location").orElse(""))
        .endsWith("/briefings/" + id + "/en?ui=ko");
    assertThat(way.headers().firstValue("Cache-Control")).hasValue("public, max-age=10");
    assertThat(way.headers().firstValue("Content-Language")).hasValue("");
  }

  @Test
  void no_address_of_a_page_is_made_of_a_host_that_cannot_be_one() throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    String id = RestClient.field("briefing", office.must("POST", "briefings", statement("Host")));
    assertThat(raw("/briefings/" + id + "/en", "archive.example"))
        .contains("<link rel=\"canonical\" href=\"http://archive.example/briefings/" + id);
    for (String path : new String[] {"/briefings/" + id + "/en", "/basket/csv"}) {
      assertThat(raw(path, "archive&<example"))
          .as(path)
          .startsWith("HTTP/1.1 400 ")
          .doesNotContain("canonical", "reference,briefing");
    }
  }

  @Test
  void a_translation_of_an_older_version_says_so_and_leads_to_the_original() throws Exception {
    RestClient office = RestClient.as("xv-depositor", system);
    String id =
        RestClient.field("briefing", office.must("POST", "briefings", statement("Said first")));
    office.must(
        "POST",
        "briefings/" + id + "/editions",
        edition("de", "Zuerst gesagt", "\"translation\":{\"from\":\"en\",\"version\":1}"));
    String link = "href=\"/briefings/" + id + "/en\" hreflang=\"en\">The original as it is now";
    assertThat(page(id, "de")).doesNotContain("earlier version", link);
    correct(office, id, "en", edition("", "Said better", "\"significance\":\"minor\""));
    assertThat(page(id, "de")).contains("a translation of an earlier version", link);
    assertThat(page(id, "en")).doesNotContain("earlier version");
    correct(
        office,
        id,
        "de",
        edition(
            "",
            "Besser gesagt",
            "\"significance\":\"minor\"",
            "\"translation\":{\"from\":\"en\",\"version\":2}"));
    assertThat(page(id, "de")).contains("Besser gesagt").doesNotContain("earlier version", link);
  }

  // As no client would ask.
  private String raw(String path, String host) throws Exception {
    URI root = system.httpUri();
    try (Socket server = new Socket(root.getHost(), root.getPort())) {
      server.setSoTimeout(30_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      server.getOutputStream().write(request.getBytes(UTF_8));
      return new String(server.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String page(String id, String language) throws Exception {
    HttpResponse<String> answer =
        RestClient.anonymous(system).get("/briefings/" + id + "/" + language);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static void correct(RestClient office, String id, String language, String body)
      throws Exception {
    String address = "briefings/" + id + "/" + language;
    String seen = office.get(address).headers().firstValue("ETag").orElseThrow();
    office.must("PUT", address, body, "If-Match", seen);
  }
}
