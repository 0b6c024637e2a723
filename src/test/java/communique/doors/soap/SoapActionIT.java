package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body says what is asked for; what HTTP says of it may be left out, but not be untrue. */
@ExtendWith(RunningSystem.Shared.class)
final class SoapActionIT {
  private static final String MESSAGE =
      SoapClient.getBriefing("01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11");

  private final SoapClient client;

  SoapActionIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "\"urn:communique:archive:1:GetBriefing\"",
        "urn:communique:archive:1:GetBriefing",
        "'urn:communique:archive:1:GetBriefing'",
        "\"urn:communique:archive:1#GetBriefing\"",
        "\"urn:communique:archive:1/GetBriefing\"",
        "\"urn:communique:archive:1/#GetBriefing\"",
        "\"GetBriefing\"",
        "GetBriefing"
      })
  void each_way_in_which_clients_name_the_operation_is_taken(String action) throws Exception {
    assertThat(asked(action).first("Reason")).isEqualTo("NOT_FOUND");
    if (!action.contains("'")) {
      String type = "application/soap+xml; charset=utf-8; action=" + action;
      assertThat(asked12(type).first("Reason")).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void none_need_be_named() throws Exception {
    Answer answer = client.retrieve(SoapClient.XML11, MESSAGE);
    assertThat(answer.first("Reason")).isEqualTo("NOT_FOUND");
    assertThat(asked12(SoapClient.XML12).first("Reason")).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"urn:communique:archive:1:ListBriefings\"",
        "\"urn:communique:archive:1:DepositBriefing\"",
        "ListBriefings",
        "\"urn:communique:archive:1#GetBriefings\"",
        "\"urn:other#GetBriefing\"",
        "\"urn:communique:archive:1:ListBriefings GetBriefing\"",
        "\"GetBriefing\", \"ListBriefings\""
      })
  void another_operation_than_that_of_the_body_must_not_be_named(String action) throws Exception {
    mustBeRefused(asked(action));
    if (!action.contains(",")) {
      mustBeRefused(asked12("application/soap+xml; charset=utf-8; action=" + quoted(action)));
    }
  }

  @Test
  void none_of_two_must_name_another() throws Exception {
    HttpRequest.Builder request =
        request(SoapClient.XML11, MESSAGE)
            .header("SOAPAction", "GetBriefing")
            .header("SOAPAction", "ListBriefings");
    mustBeRefused(client.send(request));
    HttpRequest.Builder both =
        request("application/soap+xml; action=GetBriefing", newer())
            .header("SOAPAction", "ListBriefings");
    mustBeRefused(client.send(both));
  }

  private static void mustBeRefused(Answer answer) {
    new Answers().mustBlameTheSender(answer);
    assertThat(answer.first("Reason")).isEqualTo("MALFORMED");
    assertThat(answer.first("Rule")).contains("SOAPAction");
  }

  private static String quoted(String action) {
    return "\"" + action.replace("\"", "") + "\"";
  }

  private Answer asked(String action) throws Exception {
    return client.send(request(SoapClient.XML11, MESSAGE).header("SOAPAction", action));
  }

  private Answer asked12(String type) throws Exception {
    return client.send(request(type, newer()));
  }

  private static String newer() {
    return MESSAGE.replace(SoapClient.SOAP11, SoapClient.SOAP12);
  }

  private HttpRequest.Builder request(String type, String message) {
    return client.request("soap/retrieval", type, BodyPublishers.ofString(message));
  }
}
