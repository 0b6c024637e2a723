package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of questions are answered, and so is what only this door can be asked. */
@ExtendWith(RunningSystem.Shared.class)
final class RetrievalExamplesIT {
  private static final String EXAMPLE_ID = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";
  private static final String EXAMPLE_FILE =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final RunningSystem system;
  private final SoapClient client;

  RetrievalExamplesIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @ParameterizedTest
  @CsvSource({
    "getBriefing/one-language.xml, Content",
    "getVersion/first.xml, Content",
    "getBriefingAsOf/all-languages.xml, Content",
    "listBriefings/narrowed.xml, Briefings",
    "listVersions/first-page.xml, Number",
    "searchBriefings/in-one-language.xml, Hits",
    "getMedia/by-digest.xml, Content",
    "getOriginal/of-a-version.xml, Content",
    "listChanges/after-a-position.xml, Next"
  })
  void an_example_is_answered(String example, String has) throws Exception {
    String deposited =
        SoapClient.example("depositBriefing/with-photo.xml")
            .replaceFirst("<Language>[^<]+<", "<Language>de<");
    String id = client.deposit(deposited).first("BriefingId");
    String message =
        SoapClient.example(example)
            .replace(EXAMPLE_ID, id)
            .replace(EXAMPLE_FILE, Digest.of(Mtom.of(deposited).photo()).hex())
            .replace("2025-07-25T00:00:00Z", Instant.now().toString());
    Answer answer =
        client.send(
            client
                .request("soap/retrieval", SoapClient.XML11, BodyPublishers.ofString(message))
                .header(
                    "Authorization",
                    SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.has(has)).as(answer.text()).isTrue();
  }

  @Test
  void every_question_has_an_example() throws Exception {
    Map<String, Boolean> examples = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("schemas/soap/retrieval.wsdl"), UTF_8)) {
      if (line.contains("<wsdl:operation name=")) {
        String name = line.replaceAll(".*name=\"(\\w)(\\w+)\".*", "$1").toLowerCase(Locale.ROOT);
        String rest = line.replaceAll(".*name=\"(\\w)(\\w+)\".*", "$2");
        examples.put(name + rest, Files.isDirectory(Path.of("schemas/examples", name + rest)));
      }
    }
    assertThat(examples).isNotEmpty().doesNotContainValue(false);
  }

  @Test
  void of_a_time_all_languages_are_told_that_were_public_then() throws Exception {
    RestClient office = RestClient.as(SoapClient.DEPOSITOR, system);
    String id =
        RestClient.field(
            "briefing", office.must("POST", "briefings", RestClient.statement("In English")));
    Instant first = Instant.now();
    Thread.sleep(1100);
    office.must("POST", "briefings/" + id + "/editions", RestClient.edition("de", "Auf Deutsch"));
    assertThat(asOf(id, first.toString()).text()).contains("In English").doesNotContain("Deutsch");
    assertThat(asOf(id, Instant.now().toString()).text()).contains("In English", "Auf Deutsch");
    office.must(
        "POST", "briefings/" + id + "/withdrawal", "{\"reason\":\"In error\",\"language\":\"de\"}");
    assertThat(asOf(id, Instant.now().toString()).text())
        .contains("In English")
        .doesNotContain("Deutsch");
  }

  @Test
  void before_it_was_public_there_was_nothing_and_of_times_to_come_nobody_knows() throws Exception {
    String id =
        client.deposit(SoapClient.example("depositBriefing/shortest.xml")).first("BriefingId");
    assertThat(asOf(id, "2020-01-01T00:00:00Z").first("Reason")).isEqualTo("NOT_FOUND");
    Answer future = asOf(id, "2098-01-01T00:00:00+09:00");
    assertThat(future.first("Reason")).isEqualTo("OUT_OF_RANGE");
    assertThat(future.first("Field")).isEqualTo("At");
    assertThat(asOf(id, "2020-01-01T00:00:00").first("Reason")).isEqualTo("BAD_FORMAT");
    for (String beyond : List.of("-0500-01-01T00:00:00Z", "299999-01-01T00:00:00Z")) {
      assertThat(asOf(id, beyond).first("Reason")).isEqualTo("OUT_OF_RANGE");
    }
    assertThat(asOf(id, "9999-12-31T23:59:59-14:00").first("Reason")).isEqualTo("OUT_OF_RANGE");
    assertThat(asOf(EXAMPLE_ID, "2098-01-01T00:00:00Z").first("Reason")).isEqualTo("OUT_OF_RANGE");
  }

  private Answer asOf(String id, String at) throws Exception {
    return client.retrieve(
        SoapClient.XML11,
        """
        <s:Envelope xmlns:s="%s"><s:Body><GetBriefingAsOf xmlns="urn:communique:archive:1">
        <BriefingId>%s</BriefingId><At>%s</At></GetBriefingAsOf></s:Body></s:Envelope>"""
            .formatted(SoapClient.SOAP11, id, at));
  }
}
