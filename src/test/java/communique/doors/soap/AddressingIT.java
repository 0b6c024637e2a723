package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header says by WS-Addressing, and what it says that is not known here. */
@ExtendWith(RunningSystem.Shared.class)
final class AddressingIT {
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final String OLDER = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

  private final SoapClient client;

  AddressingIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @ParameterizedTest
  @CsvSource({WSA + ",/anonymous", OLDER + ",/role/anonymous"})
  void an_answer_says_what_it_answers_to(String version, String anonymous) throws Exception {
    String header =
        must("a:Action", "urn:communique:archive:1:DepositBriefing")
            + must("a:To", "https://archive.example/soap/deposit")
            + must("a:MessageID", "urn:uuid:one")
            + must("a:ReplyTo", "<a:Address>" + version + anonymous + "</a:Address>");
    Answer answer = client.deposit(with(version, header));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.first("RelatesTo")).isEqualTo("urn:uuid:one");
    assertThat(answer.first("Action"))
        .isEqualTo("urn:communique:archive:1:Deposit:DepositBriefingResponse");
    assertThat(client.deposit(SoapClient.example("depositBriefing/shortest.xml")).text())
        .doesNotContain("Action", "Header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReplyTo", "FaultTo"})
  void answers_elsewhere_are_refused_and_no_connection_is_made(String name) throws Exception {
    String before = client.holdings();
    try (ServerSocket sentinel = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + sentinel.getLocalPort() + "/" + UUID.randomUUID();
      for (String address : new String[] {there, WSA + "/none", ""}) {
        String header = must("a:" + name, "<a:Address>" + address + "</a:Address>");
        Answer answer = client.deposit(with(WSA, must("a:MessageID", "urn:uuid:two") + header));
        assertThat(answer.status()).as(answer.text()).isEqualTo(500);
        assertThat(answer.first("Field")).isEqualTo(name);
        assertThat(answer.first("RelatesTo")).isEqualTo("urn:uuid:two");
      }
      sentinel.setSoTimeout(1_000);
      assertThatThrownBy(sentinel::accept).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(client.holdings()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DepositBriefing",
        "urn:communique:archive:1#DepositBriefing",
        "urn:communique:archive:1/DepositBriefing",
        "urn:communique:archive:1:Deposit:DepositBriefingRequest",
        "urn:communique:archive:1/Deposit/DepositBriefingRequest"
      })
  void each_way_in_which_clients_name_the_action_is_taken(String action) throws Exception {
    Answer answer = client.deposit(with(WSA, must("a:Action", action)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {WSA, OLDER})
  void an_action_must_not_claim_another_operation_than_that_of_the_body(String version)
      throws Exception {
    String before = client.holdings();
    for (String action :
        new String[] {"urn:communique:archive:1:WithdrawBriefing", "GetReceipt", "urn:x:y"}) {
      String message =
          with(version, must("a:MessageID", "urn:uuid:three") + must("a:Action", action));
      Answer answer = client.deposit(message);
      assertThat(answer.status()).as(answer.text()).isEqualTo(500);
      assertThat(answer.first("Reason") + answer.first("Field")).isEqualTo("MALFORMEDAction");
      assertThat(answer.first("RelatesTo")).isEqualTo("urn:uuid:three");
      assertThat(answer.text()).contains(version + "/fault<", "<wsa:ProblemAction");
      assertThat(answer.first("faultcode"))
          .endsWith(version.equals(WSA) ? ":ActionMismatch" : ":Client");
    }
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_fault_of_addressing_has_the_codes_of_the_standard() throws Exception {
    String elsewhere = "<a:Address>http://elsewhere.example/</a:Address>";
    String message = with(WSA, must("a:ReplyTo", elsewhere));
    Answer older = client.deposit(message);
    assertThat(older.first("faultcode")).endsWith(":OnlyAnonymousAddressSupported");
    assertThat(older.text()).containsPattern("FaultDetail.*:ProblemHeaderQName[^<]*wsa:ReplyTo<");
    byte[] bytes =
        message.replace(SoapClient.SOAP11, SoapClient.SOAP12).getBytes(StandardCharsets.UTF_8);
    Answer newer = client.deposit(SoapClient.XML12, bytes);
    assertThat(newer.status()).isEqualTo(400);
    assertThat(newer.text())
        .containsPattern(
            ":Value>\\w+:Sender<.*Subcode>.*:InvalidAddressingHeader<.*Subcode>"
                + ".*:OnlyAnonymousAddressSupported<")
        .containsPattern("ProblemHeaderQName[^>]*>wsa:ReplyTo<");
    assertThat(newer.first("Field")).isEqualTo("ReplyTo");
  }

  @ParameterizedTest
  @CsvSource({
    "a:ReplyTo, <a:Address>x</a:Address><a:Address>y</a:Address>, must be there once, InvalidEPR",
    "a:ReplyTo, <a:Address><b/></a:Address>, must have text only, InvalidAddressingHeader",
    "a:MessageID, <b/>, must have text only, InvalidAddressingHeader",
    "a:Action, <b/>, must have text only, InvalidAddressingHeader"
  })
  void a_block_of_addressing_that_is_not_well_made_is_no_failed_log_in(
      String name, String content, String rule, String code) throws Exception {
    Answer answer = client.deposit(with(WSA, must(name, content)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(500);
    assertThat(answer.first("Reason")).isEqualTo("MALFORMED");
    assertThat(answer.first("Field")).isEqualTo(name.substring(2));
    assertThat(answer.first("Rule")).isEqualTo(rule);
    assertThat(answer.first("faultcode")).endsWith(":" + code);
  }

  @Test
  void a_fault_of_soap_says_what_it_answers_to_and_that_it_is_one_of_soap() throws Exception {
    String header =
        must("a:MessageID", "urn:uuid:four")
            + "<x xmlns=\"urn:strange\" soap:mustUnderstand=\"1\"/>";
    Answer answer = client.deposit(with(WSA, header));
    assertThat(answer.first("faultcode")).endsWith(":MustUnderstand");
    assertThat(answer.first("RelatesTo")).isEqualTo("urn:uuid:four");
    assertThat(answer.first("Action")).isEqualTo(WSA + "/soap/fault");
  }

  @Test
  void what_must_be_there_once_is_not_there_twice() throws Exception {
    String twice = must("a:MessageID", "urn:uuid:a") + must("a:MessageID", "urn:uuid:b");
    assertThat(client.deposit(with(WSA, twice)).first("Field")).isEqualTo("MessageID");
  }

  @Test
  void what_must_be_understood_and_is_not_known_is_refused_in_the_words_of_soap() throws Exception {
    String before = client.holdings();
    Answer answer = client.deposit(with("urn:strange", must("a:Transaction", "begin")));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.first("faultcode")).endsWith(":MustUnderstand");
    assertThat(answer.first("Value")).isEqualTo("{urn:strange}Transaction");
    String newer =
        with("urn:strange", must("a:Transaction", "begin"))
            .replace(SoapClient.SOAP11, SoapClient.SOAP12);
    Answer said = client.deposit(SoapClient.XML12, newer.getBytes(StandardCharsets.UTF_8));
    assertThat(said.text()).contains(":MustUnderstand<");
    assertThat(said.text()).containsPattern("NotUnderstood[^>]*qname=\"\\w+:Transaction\"");
    assertThat(said.text()).contains("=\"urn:strange\"");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void what_need_not_be_understood_or_is_for_others_is_let_be() throws Exception {
    String header =
        "<a:Trace>x</a:Trace>"
            + must("a:Route", "x").replace("1\">", "1\" soap:actor=\"urn:somebody-else\">");
    assertThat(client.deposit(with("urn:strange", header)).status()).isEqualTo(200);
  }

  private static String must(String name, String content) {
    return "<%1$s soap:mustUnderstand=\"1\">%2$s</%1$s>".formatted(name, content);
  }

  private static String with(String namespace, String header) throws Exception {
    return SoapClient.example("depositBriefing/shortest.xml")
        .replace("A statement", "Addressed " + UUID.randomUUID())
        .replace(
            "<soap:Body>",
            "<soap:Header xmlns:a=\"%s\">%s</soap:Header><soap:Body>".formatted(namespace, header));
  }
}
