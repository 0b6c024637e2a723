package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is answered with a typed refusal and leaves the archive as it was. */
@ExtendWith(RunningSystem.Shared.class)
final class RefusalsOverSoapIT {
  private static final Path REFUSED = Path.of("schemas/examples/refused");

  private final RunningSystem system;
  private final SoapClient client;

  RefusalsOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  static Stream<Path> refused() throws IOException {
    try (Stream<Path> files = Files.walk(REFUSED)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void an_example_is_refused_for_the_reason_of_its_folder(Path example) throws Exception {
    String before = client.holdings();
    Answer answer = client.deposit(Files.readString(example));
    String folder = example.getName(REFUSED.getNameCount()).toString();
    mustRefuse(answer, 500, folder);
    assertThat(answer.first("faultcode")).endsWith(":Client");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_refusal_names_the_element_the_rule_and_the_value() throws Exception {
    Answer answer = client.deposit(SoapClient.example("refused/BAD_FORMAT/impossible-date.xml"));
    assertThat(answer.first("Field")).isEqualTo("Edition.Content.Issued.Date");
    assertThat(answer.first("Rule")).isEqualTo("must be a day of the calendar, such as 2025-07-24");
    assertThat(answer.first("Value")).isEqualTo("2025-02-30");
    Answer inList =
        client.deposit(SoapClient.example("refused/MEDIA_CONTRADICTS_TYPE/png-as-jpeg.xml"));
    assertThat(inList.first("Field")).isEqualTo("Edition.Content.Media[0].File.ContentType");
  }

  @Test
  void a_refusal_in_soap_1_2_blames_the_sender() throws Exception {
    String message =
        SoapClient.example("refused/UNKNOWN_VALUE/unknown-kind.xml")
            .replace(SoapClient.SOAP11, SoapClient.SOAP12);
    Answer answer = client.deposit(SoapClient.XML12, message.getBytes(UTF_8));
    mustRefuse(answer, 400, "UNKNOWN_VALUE");
    assertThat(answer.first("Code")).endsWith(":Sender");
  }

  @Test
  void nobody_deposits_without_an_account_or_with_a_wrong_password() throws Exception {
    String before = client.holdings();
    String message = SoapClient.example("depositBriefing/shortest.xml");
    mustRefuse(client.depositAsNobody(message), 401, "NOT_AUTHENTICATED");
    mustRefuse(client.depositAs("xv-depositor", "guessed", message), 401, "NOT_AUTHENTICATED");
    mustRefuse(client.depositAs("nobody", "guessed", message), 401, "NOT_AUTHENTICATED");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_password_digest_is_refused_with_the_reason_why() throws Exception {
    Answer answer = client.depositAsNobody(UsernameTokenText.with("password-digest", "x"));
    mustRefuse(answer, 500, "NOT_AUTHENTICATED");
    assertThat(answer.first("Rule")).contains("PasswordDigest", "not its password");
  }

  @Test
  void a_deposit_over_plain_http_is_refused_even_with_the_right_password() throws Exception {
    String before = client.holdings();
    Answer answer =
        client.send(
            client
                .request(
                    system.httpUri().resolve("soap/deposit"),
                    SoapClient.XML11,
                    BodyPublishers.ofString(SoapClient.example("depositBriefing/shortest.xml")))
                .header(
                    "Authorization",
                    SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR))));
    mustRefuse(answer, 500, "NOT_ALLOWED");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12025-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "-0001-01-01T00:00:00Z"})
  void an_embargo_beyond_the_usual_years_is_refused(String instant) throws Exception {
    String before = client.holdings();
    String deposit =
        SoapClient.example("depositBriefing/shortest.xml")
            .replaceFirst("</Language>", "</Language><Embargo>" + instant + "</Embargo>");
    Answer deposited = client.deposit(deposit);
    mustRefuse(deposited, 500, "OUT_OF_RANGE");
    assertThat(deposited.first("Field")).isEqualTo("Edition.Embargo");
    String content =
        "<BriefingId>01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11</BriefingId><Until>"
            + instant
            + "</Until>";
    Answer changed = client.deposit(SoapMinistry.envelope("ChangeEmbargo", content));
    mustRefuse(changed, 500, "OUT_OF_RANGE");
    assertThat(changed.first("Field")).isEqualTo("Until");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_text_has_as_many_characters_as_it_has_code_points() throws Exception {
    String shortest = SoapClient.example("depositBriefing/shortest.xml");
    String emoji = "\ud83d\udcf0";
    String open = shortest.replaceFirst("<Headline>[^<]*", "<Headline>" + emoji.repeat(501));
    assertThat(client.deposit(open).status()).isEqualTo(200);
    Answer longer = client.deposit(open.replace("<Headline>", "<Headline>" + emoji.repeat(500)));
    mustRefuse(longer, 500, "TOO_LONG");
    assertThat(longer.first("Field")).isEqualTo("Edition.Content.Headline");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_text_that_is_too_long_is_told_so_however_many_apostrophes_it_has(int apostrophes)
      throws Exception {
    String headline = "'".repeat(apostrophes) + "x".repeat(1_001 - apostrophes);
    Answer answer =
        client.deposit(
            SoapClient.example("depositBriefing/shortest.xml")
                .replaceFirst("<Headline>[^<]*", "<Headline>" + headline));
    mustRefuse(answer, 500, "TOO_LONG");
    assertThat(answer.first("Rule")).isEqualTo("must have at most 1000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
  void a_type_that_is_not_one_of_soap_is_unsupported(String type) throws Exception {
    byte[] message = SoapClient.example("depositBriefing/shortest.xml").getBytes(UTF_8);
    mustRefuse(client.deposit(type, message), 415, "MALFORMED");
  }

  @Test
  void an_unknown_briefing_is_not_found() throws Exception {
    String id = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";
    Answer answer = client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id));
    mustRefuse(answer, 500, "NOT_FOUND");
    assertThat(answer.first("Field")).isEqualTo("BriefingId");
    assertThat(answer.first("Value")).isEqualTo(id);
    mustRefuse(client.retrieve(SoapClient.XML11, SoapClient.getBriefing("417")), 500, "BAD_FORMAT");
  }

  @Test
  void a_request_that_is_too_large_is_refused_whether_it_says_so_or_not() throws Exception {
    String before = client.holdings();
    byte[] large = new byte[25 * 1024 * 1024];
    mustRefuse(client.deposit(SoapClient.XML11, large), 500, "TOO_LARGE");
    mustRefuse(client.deposit(SoapClient.XML12, large), 413, "TOO_LARGE");
    byte[] begin = ("<e:Envelope xmlns:e='" + SoapClient.SOAP11 + "'>").getBytes(UTF_8);
    InputStream unannounced = new SequenceInputStream(new ByteArrayInputStream(begin), spaces());
    Answer chunked =
        client.deposit(SoapClient.XML11, BodyPublishers.ofInputStream(() -> unannounced));
    mustRefuse(chunked, 500, "TOO_LARGE");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void what_is_no_soap_at_all_is_refused_too() throws Exception {
    mustRefuse(client.deposit(""), 500, "MALFORMED");
    mustRefuse(client.deposit("{\"office\": \"XV-PRES\"}"), 500, "MALFORMED");
    String empty = "<e:Envelope xmlns:e='" + SoapClient.SOAP11 + "'><e:Body/></e:Envelope>";
    mustRefuse(client.deposit(empty), 500, "MALFORMED");
    mustRefuse(
        client.retrieve(SoapClient.XML11, SoapClient.example("depositBriefing/shortest.xml")),
        500,
        "MALFORMED");
  }

  private static InputStream spaces() {
    byte[] spaces = " ".repeat(25 * 1024 * 1024).getBytes(UTF_8);
    return new ByteArrayInputStream(spaces);
  }

  private static void mustRefuse(Answer answer, int status, String reason) {
    assertThat(answer.first("Reason")).as(answer.text()).isEqualTo(reason);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.first("ReferenceNumber")).matches("[0-9A-F]{12}");
    assertThat(answer.text()).doesNotContain("cvc-", "Exception", "org.apache", "java.", "\tat ");
  }
}
