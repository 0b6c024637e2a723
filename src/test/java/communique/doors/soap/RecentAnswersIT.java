package communique.doors.soap;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Answers to what anybody asks are given again as long as they are true, and only to who asks the
 * same. Each test asks twice before something changes, on each node: the second answer is one that
 * was remembered.
 */
@OnTwoNodes
final class RecentAnswersIT {
  private static final int CORRECTIONS = 12;
  private static final String MINOR = "\"significance\":\"minor\"";

  private final RunningSystem system;
  private final SoapClient client;
  private final RestClient office;
  private final List<URI> nodes;

  RecentAnswersIT(RunningSystem system) throws Exception {
    this.system = system;
    this.client = new SoapClient(system);
    this.office = RestClient.as("xv-depositor", system);
    this.nodes = List.of(system.httpUri(), system.secondNode().httpUri());
  }

  @Test
  void an_answer_that_is_given_again_is_the_same_with_all_its_headers() throws Exception {
    String message = SoapClient.getBriefing(deposit("Asked twice"));
    HttpResponse<String> first = raw(message);
    HttpResponse<String> again = raw(message);
    assertThat(first.body()).contains("Asked twice was said.");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(headers(again)).isEqualTo(headers(first));
    assertThat(again.headers().firstValue("Communique-Call")).hasValue("anonymous GetBriefing OK");
  }

  @Test
  void no_node_gives_an_answer_of_before_an_acknowledged_correction() throws Exception {
    String id = deposit("Corrected often, version 1.");
    for (int number = 2; number <= CORRECTIONS; number++) {
      everywhere(id, "version " + (number - 1) + ". was said");
      correct(id, "Corrected often, version " + number + ".");
      everywhere(id, "version " + number + ". was said");
    }
  }

  @Test
  void a_translation_is_in_the_answer_once_it_is_acknowledged() throws Exception {
    String id = deposit("Translated");
    everywhere(id, "Translated was said");
    office.must("POST", "briefings/" + id + "/editions", edition("fr", "Traduit"));
    for (URI node : nodes) {
      assertThat(ask(node, SoapClient.getBriefing(id)).text())
          .contains("Translated was said", "Traduit was said");
    }
  }

  @Test
  void what_is_withdrawn_is_told_by_a_fault_until_it_is_reinstated() throws Exception {
    String id = deposit("Withdrawn while it is asked for");
    everywhere(id, "Withdrawn while");
    office.must("POST", "briefings/" + id + "/withdrawal", "{\"reason\":\"By mistake\"}");
    for (URI node : nodes) {
      assertThat(ask(node, SoapClient.getBriefing(id)).first("Reason")).isEqualTo("WITHDRAWN");
      assertThat(ask(node, inEnglish(id)).first("Reason")).isEqualTo("WITHDRAWN");
    }
    office.must("POST", "briefings/" + id + "/reinstatement", "{\"reason\":\"It was none\"}");
    everywhere(id, "Withdrawn while");
  }

  @Test
  void a_recalled_photo_is_in_no_answer_any_more() throws Exception {
    String sha256 = photo();
    String photo = "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    String id = field("briefing", office.must("POST", "briefings", statement("A photo", photo)));
    everywhere(id, sha256);
    office.must(
        "POST",
        "briefings/" + id + "/recalls",
        "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
    for (URI node : nodes) {
      for (String message : List.of(SoapClient.getBriefing(id), inEnglish(id))) {
        assertThat(ask(node, message).text()).contains("Rights unclear").doesNotContain(sha256);
      }
    }
  }

  @Test
  void what_is_under_embargo_comes_into_the_answer_at_its_instant() throws Exception {
    String id = deposit("Seen before");
    everywhere(id, "Seen before");
    Instant instant = Instant.now().plusSeconds(4);
    String embargo = "\"embargo\":\"" + instant + "\"";
    office.must(
        "POST", "briefings/" + id + "/editions", edition("fr", "Traduit plus tard", embargo));
    while (Instant.now().isBefore(instant.minusMillis(1_500))) {
      for (URI node : nodes) {
        assertThat(ask(node, SoapClient.getBriefing(id)).text())
            .contains("Seen before")
            .doesNotContain("Traduit");
      }
    }
    Thread.sleep(Duration.between(Instant.now(), instant.plusMillis(300)).toMillis());
    for (URI node : nodes) {
      assertThat(ask(node, SoapClient.getBriefing(id)).text()).contains("Traduit plus tard");
    }
  }

  @Test
  void who_asks_in_another_way_gets_the_answer_to_that() throws Exception {
    String id = deposit("Asked in many ways");
    String message = SoapClient.getBriefing(id);
    everywhere(id, "Asked in many ways");
    assertThat(
            client
                .send(
                    request(system.httpUri(), SoapClient.XML11, message)
                        .header("SOAPAction", "\"ListBriefings\""))
                .first("Reason"))
        .isEqualTo("MALFORMED");
    String newer = message.replace(SoapClient.SOAP11, SoapClient.SOAP12);
    for (int i = 0; i < 2; i++) {
      Answer answer = client.send(request(system.httpUri(), SoapClient.XML12, newer));
      assertThat(answer.contentType()).startsWith("application/soap+xml");
      assertThat(answer.text()).contains(SoapClient.SOAP12, "Asked in many ways");
    }
    String wrong = SoapClient.basic("xv-depositor", "wrong");
    assertThat(
            client
                .send(
                    request(system.httpsUri(), SoapClient.XML11, message)
                        .header("Authorization", wrong))
                .status())
        .isEqualTo(401);
    assertThat(
            client
                .send(
                    request(system.httpUri(), SoapClient.XML11, message)
                        .header("Content-Encoding", "gzip"))
                .first("Reason"))
        .isEqualTo("MALFORMED");
  }

  @Test
  void each_message_gets_its_own_identity_back() throws Exception {
    String message = SoapClient.getBriefing(deposit("Asked with an address"));
    String header =
        "<s:Header><a:MessageID xmlns:a='http://www.w3.org/2005/08/addressing'>urn:uuid:@@"
            + "</a:MessageID></s:Header><s:Body>";
    for (String identity : List.of("one", "one", "two")) {
      String named = message.replace("<s:Body>", header.replace("@@", identity));
      Answer answer = ask(system.httpUri(), named);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.first("RelatesTo")).isEqualTo("urn:uuid:" + identity);
    }
    assertThat(ask(system.httpUri(), message).text()).doesNotContain("RelatesTo");
  }

  @Test
  void an_account_sees_what_it_may_whatever_everybody_was_told() throws Exception {
    String id = deposit("For everybody");
    office.must(
        "PUT",
        "briefings/" + id + "/en",
        edition("", "For the office", MINOR, "\"embargo\":\"2099-01-01T00:00:00Z\""),
        "If-Match",
        tag(id));
    everywhere(id, "For everybody");
    Answer insider =
        client.send(
            request(system.httpsUri(), SoapClient.XML11, SoapClient.getBriefing(id))
                .header(
                    "Authorization",
                    SoapClient.basic("xv-depositor", system.password("xv-depositor"))));
    assertThat(insider.text()).contains("For the office");
    everywhere(id, "For everybody");
  }

  /** Asks each node twice, for the whole briefing and for its edition in English. */
  private void everywhere(String id, String expected) throws Exception {
    for (URI node : nodes) {
      for (String message : List.of(SoapClient.getBriefing(id), inEnglish(id))) {
        for (int i = 0; i < 2; i++) {
          assertThat(ask(node, message).text()).contains(expected);
        }
      }
    }
  }

  private static String inEnglish(String id) {
    return SoapClient.getBriefing(id)
        .replace("</GetBriefing>", "<Language>en</Language></GetBriefing>");
  }

  private Answer ask(URI node, String message) throws Exception {
    return client.send(request(node, SoapClient.XML11, message));
  }

  private HttpRequest.Builder request(URI node, String type, String message) {
    return client.request(node.resolve("soap/retrieval"), type, BodyPublishers.ofString(message));
  }

  private HttpResponse<String> raw(String message) throws Exception {
    return system
        .client()
        .send(
            request(system.httpUri(), SoapClient.XML11, message).build(), BodyHandlers.ofString());
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  private String photo() throws Exception {
    HttpRequest upload =
        HttpRequest.newBuilder(system.httpsUri().resolve("api/v1/media"))
            .header("Content-Type", "image/png")
            .header(
                "Authorization", SoapClient.basic("xv-depositor", system.password("xv-depositor")))
            .POST(BodyPublishers.ofByteArray(Pictures.another()))
            .build();
    return field("sha256", system.client().send(upload, BodyHandlers.ofString()).body());
  }

  private String deposit(String headline) throws Exception {
    return field("briefing", office.must("POST", "briefings", statement(headline)));
  }

  private void correct(String id, String headline) throws Exception {
    office.must(
        "PUT", "briefings/" + id + "/en", edition("", headline, MINOR), "If-Match", tag(id));
  }

  private String tag(String id) throws Exception {
    return office.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
  }
}
