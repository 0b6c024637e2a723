package communique.doors.soap;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;

/** Who sees what others do not see is told so, and the others are told what they may know. */
@ExtendWith(RunningSystem.Shared.class)
final class WithheldIT {
  private static final String LATER = "2099-01-01T00:00:00.000000Z";
  private static final List<String> OFFICE_AND_ARCHIVE = List.of("xv-depositor", "archivist");

  private final RunningSystem system;
  private final SoapClient soap;
  private final RestClient office;
  private final RestClient anybody;

  WithheldIT(RunningSystem system) throws IOException {
    this.system = system;
    this.soap = new SoapClient(system);
    this.office = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void who_sees_a_withdrawn_edition_is_told_when_and_why_it_was_withdrawn() throws Exception {
    String id = deposit("Withdrawn later");
    office.must("POST", "briefings/" + id + "/editions", edition("de", "Bleibt"));
    String at = field("at", withdraw(id, "\"language\":\"en\",\"reason\":\"In error\""));
    for (String account : OFFICE_AND_ARCHIVE) {
      for (Answer answer : withdrawn(account, id)) {
        assertThat(notice(answer)).as(account).isEqualTo("withdrawn en " + at + " In error");
        assertThat(answer.xml().getElementsByTagNameNS("*", "Notice").getLength()).isEqualTo(1);
      }
      RestClient rest = RestClient.as(account, system);
      for (String path : List.of("", "/en/versions")) {
        String told = rest.get("briefings/" + id + path).body();
        assertThat(told)
            .containsOnlyOnce("\"notice\":{\"state\":\"withdrawn\"")
            .contains("\"at\":\"" + at + "\"", "\"reason\":\"In error\"", "\"language\":\"en\"");
        String schema = path.isEmpty() ? "overview" : "versions";
        SchemaCheck.assertValid(schema + ".schema.json", told.getBytes(UTF_8));
      }
      for (String path : List.of("/en", "/en/versions/1", "/en?format=text")) {
        assertThat(
                rest.get("briefings/" + id + path).headers().firstValue("Communique-Withdrawn-At"))
            .as(path)
            .hasValue(at);
      }
      assertThat(rest.get("briefings/" + id + "/de").headers().map())
          .doesNotContainKey("communique-withdrawn-at");
    }
    assertThat(anybody.get("briefings/" + id).body()).doesNotContain("notice", "In error");
    assertThat(ask("", "GetBriefing", id, "").has("Notice")).isFalse();
  }

  /** All answers that show the English edition to somebody. */
  private List<Answer> withdrawn(String account, String id) throws Exception {
    return List.of(
        ask(account, "GetBriefing", id, ""),
        ask(account, "GetBriefing", id, "<Language>en</Language>"),
        ask(account, "GetVersion", id, "<Language>en</Language><Version>1</Version>"),
        ask(account, "ListVersions", id, "<Language>en</Language>"));
  }

  @Test
  void who_sees_an_edition_under_embargo_is_told_until_when() throws Exception {
    String id = deposit("Public so far");
    String embargo = "\"embargo\":\"" + LATER + "\"";
    office.must("POST", "briefings/" + id + "/editions", edition("de", "Später", embargo));
    String list = "<Office>XV-PRES</Office><Language>de</Language><Limit>1</Limit>";
    for (String account : OFFICE_AND_ARCHIVE) {
      for (Answer answer :
          List.of(
              ask(account, "GetBriefing", id, ""),
              ask(account, "GetBriefing", id, "<Language>de</Language>"),
              retrieve(account, "ListBriefings", list))) {
        assertThat(answer.text()).contains(id, "Später");
        assertThat(answer.first("PublicFrom")).isEqualTo(LATER);
        assertThat(answer.xml().getElementsByTagNameNS("*", "PublicFrom").getLength()).isEqualTo(1);
        assertThat(answer.has("Notice")).isFalse();
      }
      RestClient rest = RestClient.as(account, system);
      assertThat(rest.get("briefings/" + id).body())
          .containsOnlyOnce("\"publicFrom\":\"" + LATER + "\"");
      assertThat(rest.get("briefings/" + id + "/de").headers().firstValue("Communique-Public-From"))
          .hasValue(LATER);
    }
    for (String account : List.of("", "kr-depositor")) {
      assertThat(ask(account, "GetBriefing", id, "").text())
          .contains("Public so far")
          .doesNotContain("PublicFrom", "Später");
    }
    office.must("DELETE", "briefings/" + id + "/embargo", "");
    assertThat(ask("xv-depositor", "GetBriefing", id, "").has("PublicFrom")).isFalse();
  }

  @Test
  void a_fault_tells_whether_one_edition_was_withdrawn_or_the_whole_briefing() throws Exception {
    String id = deposit("Known as this");
    office.must("POST", "briefings/" + id + "/editions", edition("de", "Bekannt"));
    withdraw(id, "\"language\":\"de\",\"reason\":\"Wrongly translated\",\"titleShown\":true");
    Answer one = ask("", "GetBriefing", id, "<Language>de</Language>");
    assertThat(one.first("Reason")).isEqualTo("WITHDRAWN");
    assertThat(notice(one)).startsWith("withdrawn de 20").endsWith(" Wrongly translated");
    assertThat(one.first("Title")).isEqualTo("Bekannt");
    assertThat(one.first("Office")).isEqualTo("XV-PRES");
    String at = field("at", withdraw(id, "\"reason\":\"Everything\""));
    Answer all = ask("", "GetBriefing", id, "<Language>en</Language>");
    assertThat(notice(all)).isEqualTo("withdrawn  " + at + " Everything");
    assertThat(all.has("Title")).isFalse();
    assertThat(ask("", "GetBriefing", "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11", "").has("Notice"))
        .isFalse();
  }

  @Test
  void linked_briefings_are_told_over_soap_as_far_as_the_caller_sees_them() throws Exception {
    String korean = deposit("ko", "Korean one");
    String german = deposit("de", "German one");
    String hidden = deposit("fr", "Hidden one", "\"embargo\":\"" + LATER + "\"");
    // Remembered before it is linked: what is linked must not stay unknown.
    assertThat(ask("", "GetBriefing", german, "").has("Linked")).isFalse();
    assertThat(ask("", "GetBriefing", german, "<Language>de</Language>").has("Linked")).isFalse();
    link(korean, german);
    link(german, hidden);
    for (String language : List.of("", "<Language>de</Language>")) {
      assertThat(linked(ask("", "GetBriefing", german, language)))
          .contains(korean)
          .doesNotContain(hidden);
      assertThat(linked(ask("xv-depositor", "GetBriefing", german, language)))
          .contains(korean, hidden, LATER);
    }
    assertThat(change(german)).contains("LinkBriefings", korean).doesNotContain(hidden);
    office.must("DELETE", "briefings/" + hidden + "/embargo", "");
    assertThat(linked(ask("", "GetBriefing", german, ""))).contains(korean, hidden);
    office.must("POST", "briefings/" + korean + "/withdrawal", "{\"reason\":\"So\"}");
    assertThat(linked(ask("", "GetBriefing", german, ""))).contains(hidden).doesNotContain(korean);
    office.must("DELETE", "briefings/" + german + "/links", "");
    assertThat(ask("", "GetBriefing", german, "").has("Linked")).isFalse();
  }

  @Test
  void a_translation_says_whether_what_it_was_made_from_has_changed() throws Exception {
    String id = deposit("Translated");
    office.must(
        "POST",
        "briefings/" + id + "/editions",
        edition("de", "Übersetzt", "\"translation\":{\"from\":\"en\",\"version\":1}"));
    for (String stale : List.of("false", "true")) {
      for (String language : List.of("", "<Language>de</Language>")) {
        Answer answer = ask("", "GetBriefing", id, language);
        assertThat(answer.first("Stale")).isEqualTo(stale);
        assertThat(answer.xml().getElementsByTagNameNS("*", "Stale").getLength()).isEqualTo(1);
      }
      String etag =
          office.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> corrected =
          office.send(
              "PUT",
              "briefings/" + id + "/en",
              edition("", "Translated " + stale, "\"significance\":\"minor\""),
              "If-Match",
              etag);
      assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
    }
  }

  private String deposit(String headline) throws Exception {
    return deposit("en", headline);
  }

  private String deposit(String language, String headline, String... more) throws Exception {
    String said = statement(headline, more).replace("\"en\"", '"' + language + '"');
    return field("briefing", office.must("POST", "briefings", said));
  }

  private String withdraw(String id, String fields) throws Exception {
    return office.must("POST", "briefings/" + id + "/withdrawal", "{" + fields + "}");
  }

  private void link(String one, String other) throws Exception {
    office.must("POST", "briefings/" + one + "/links", "{\"briefing\":\"" + other + "\"}");
  }

  /** Asks for something of a briefing; as anybody when there is no account. */
  private Answer ask(String account, String operation, String id, String more) throws Exception {
    return retrieve(account, operation, "<BriefingId>" + id + "</BriefingId>" + more);
  }

  private Answer retrieve(String account, String operation, String content) throws Exception {
    String envelope = SoapMinistry.envelope(operation, content);
    var request =
        soap.request("soap/retrieval", SoapClient.XML11, BodyPublishers.ofString(envelope));
    return soap.send(
        account.isEmpty()
            ? request
            : request.header("Authorization", SoapClient.basic(account, system.password(account))));
  }

  /** State, language, time and reason of the first notice. */
  private static String notice(Answer answer) {
    Element notice = (Element) answer.xml().getElementsByTagNameNS("*", "Notice").item(0);
    assertThat(notice).as(answer.text()).isNotNull();
    return String.join(
        " ",
        text(notice, "State"),
        text(notice, "Language"),
        text(notice, "At"),
        text(notice, "Reason"));
  }

  private static String text(Element parent, String name) {
    var found = parent.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static String linked(Answer answer) {
    assertThat(answer.has("Linked")).as(answer.text()).isTrue();
    return answer.first("Linked");
  }

  /** What is told of the last link of a briefing. */
  private String change(String briefing) throws Exception {
    String told = "";
    long after = 0;
    for (boolean more = true; more; ) {
      Answer page = retrieve("", "ListChanges", "<After>" + after + "</After><Limit>1000</Limit>");
      var changes = page.xml().getElementsByTagNameNS("*", "Change");
      for (int i = 0; i < changes.getLength(); i++) {
        String change = changes.item(i).getTextContent();
        told = change.contains("LinkBriefings" + briefing) ? change : told;
      }
      after = Long.parseLong(page.first("Next"));
      more = changes.getLength() > 0;
    }
    return told;
  }
}
