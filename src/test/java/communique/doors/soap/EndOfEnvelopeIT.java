package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A message ends with its body. Nobody would read what comes after it; but the original that is
 * kept of a deposit would have it, and with it a password.
 */
@ExtendWith(RunningSystem.Shared.class)
final class EndOfEnvelopeIT {
  private static final String PASSWORD =
      "<w:Security xmlns:w='"
          + MessageSigner.WSSE
          + "'><w:UsernameToken><w:Username>xv-depositor</w:Username>"
          + "<w:Password>what nobody may keep</w:Password></w:UsernameToken></w:Security>";

  private final RunningSystem system;
  private final SoapClient client;
  private final Answers answers = new Answers();

  EndOfEnvelopeIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @ParameterizedTest
  @CsvSource({
    "deposit, 1.1, Body",
    "deposit, 1.1, Header",
    "deposit, 1.2, Body",
    "deposit, 1.2, Header",
    "retrieval, 1.1, Body",
    "retrieval, 1.1, Header",
    "retrieval, 1.2, Body",
    "retrieval, 1.2, Header"
  })
  void what_comes_after_the_body_is_refused_and_not_kept(
      String service, String version, String part) throws Exception {
    String message = message(service);
    String body = message.substring(message.indexOf("<s:Body>"), message.indexOf("</s:Envelope>"));
    String more = part.equals("Body") ? body : "<s:Header>" + PASSWORD + "</s:Header>";
    String before = client.holdings();
    Answer refused =
        send(service, version, message.replace("</s:Envelope>", more + "</s:Envelope>"));
    answers.mustBlameTheSender(refused);
    assertThat(refused.first("Reason")).as(refused.text()).isEqualTo("MALFORMED");
    assertThat(refused.first("Rule")).isEqualTo("must have nothing after its Body");
    assertThat(refused.text()).doesNotContain("what nobody may keep");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"1.1", "1.2"})
  void the_same_message_without_it_is_taken(String version) throws Exception {
    Answer answer = send("deposit", version, message("deposit"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String message(String service) throws IOException {
    return service.equals("retrieval")
        ? SoapClient.getBriefing("01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11")
        : SoapClient.example("depositBriefing/shortest.xml")
            .replaceFirst("<\\?xml[^>]*>\\s*", "")
            .replace("soap:", "s:")
            .replace("xmlns:soap=", "xmlns:s=");
  }

  private Answer send(String service, String version, String message)
      throws IOException, InterruptedException {
    boolean older = version.equals("1.1");
    String envelope = older ? message : message.replace(SoapClient.SOAP11, SoapClient.SOAP12);
    return client.send(
        client
            .request(
                "soap/" + service,
                older ? SoapClient.XML11 : SoapClient.XML12,
                BodyPublishers.ofString(envelope))
            .header(
                "Authorization",
                SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR))));
  }
}
