package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Faults are what SOAP 1.1 and 1.2 say that they are. */
@ExtendWith(RunningSystem.Shared.class)
final class FaultsOverSoapIT {
  private static final String GOOD = SoapClient.getBriefing("01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11");

  private final SoapClient client;
  private final Answers answers = new Answers();

  FaultsOverSoapIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @Test
  void an_envelope_of_no_known_version_is_answered_in_that_of_the_content_type() throws Exception {
    String unknown = GOOD.replace(SoapClient.SOAP11, "urn:soap:3");
    Answer older = asked(SoapClient.XML11, unknown);
    assertThat(older.first("faultcode")).endsWith(":VersionMismatch");
    assertThat(older.status()).isEqualTo(500);
    Answer newer = asked(SoapClient.XML12, unknown);
    assertThat(newer.soap("Value")).endsWith(":VersionMismatch");
    assertThat(newer.status()).isEqualTo(500);
    Element first = element(newer, "SupportedEnvelope");
    assertThat(first.lookupNamespaceURI(first.getAttribute("qname").split(":", -1)[0]))
        .isEqualTo(SoapClient.SOAP12);
  }

  @Test
  void a_header_that_must_be_understood_and_is_not_is_named() throws Exception {
    String with =
        GOOD.replace(
            "<s:Body>",
            "<s:Header><x:Route xmlns:x='urn:x' s:mustUnderstand='1'/></s:Header><s:Body>");
    Answer older = asked(SoapClient.XML11, with);
    assertThat(older.first("faultcode")).endsWith(":MustUnderstand");
    assertThat(older.first("Value")).isEqualTo("{urn:x}Route");
    Answer newer = asked(SoapClient.XML12, newer(with));
    assertThat(newer.soap("Value")).endsWith(":MustUnderstand");
    assertThat(newer.status()).isEqualTo(500);
    Element named = element(newer, "NotUnderstood");
    assertThat(named.getAttribute("qname")).endsWith(":Route");
    assertThat(named.lookupNamespaceURI(named.getAttribute("qname").split(":", -1)[0]))
        .isEqualTo("urn:x");
    assertThat(asked(SoapClient.XML11, with.replace("='1'", "='0'")).first("Reason"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void a_header_for_somebody_else_is_none_of_the_archives_business() throws Exception {
    String with =
        GOOD.replace(
            "<s:Body>",
            "<s:Header><x xmlns='urn:x' s:mustUnderstand='1' s:actor='urn:gateway'/></s:Header>"
                + "<s:Body>");
    assertThat(asked(SoapClient.XML11, with).first("Reason")).isEqualTo("NOT_FOUND");
  }

  @Test
  void a_sender_of_soap_1_2_gets_400_and_one_of_1_1_gets_500() throws Exception {
    assertThat(asked(SoapClient.XML11, GOOD).status()).isEqualTo(500);
    Answer newer = asked(SoapClient.XML12, newer(GOOD));
    assertThat(newer.status()).isEqualTo(400);
    assertThat(newer.contentType()).startsWith("application/soap+xml");
  }

  @Test
  void a_fault_of_soap_1_1_comes_with_500_and_only_one_of_1_2_says_by_its_status_what_is_wrong()
      throws Exception {
    String large = GOOD.replace("<BriefingId>", "<BriefingId>" + "<a>".repeat(40));
    Answer older = asked(SoapClient.XML11, large);
    assertThat(older.first("Reason")).isEqualTo("TOO_LARGE");
    assertThat(older.status()).isEqualTo(500);
    assertThat(asked(SoapClient.XML12, newer(large)).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "<BriefingId>, <BriefingId x='y'>, BriefingId, must have no such attribute, 2",
    "01982f6a, <a/>, BriefingId, must have no elements in it, 2",
    "01982f6a, x, BriefingId, must be a UUID, 2",
    "<BriefingId>, <BriefingId xmlns='urn:x'>, BriefingId, must be present, 2"
  })
  void what_the_schema_does_not_allow_is_told_with_line_place_and_rule(
      String good, String bad, String field, String rule, int line) throws Exception {
    String message = GOOD.replace(good, bad).replace("<BriefingId", "\n<BriefingId");
    Answer answer = asked(SoapClient.XML11, message);
    assertThat(answer.first("Field")).as(answer.text()).isEqualTo(field);
    assertThat(answer.first("Rule")).contains(rule);
    assertThat(answer.first("faultstring")).startsWith("line " + line + ": " + field);
  }

  @Test
  void what_is_no_xml_is_told_with_its_line() throws Exception {
    Answer answer = asked(SoapClient.XML11, GOOD.replace("</BriefingId>", "\n</BriefingID>"));
    assertThat(answer.first("Value")).startsWith("line 2, column ");
    assertThat(answer.first("Rule")).contains("well-formed");
  }

  private static Element element(Answer answer, String name) {
    return (Element) answer.xml().getElementsByTagNameNS(SoapClient.SOAP12, name).item(0);
  }

  private static String newer(String message) {
    return message.replace(SoapClient.SOAP11, SoapClient.SOAP12);
  }

  private Answer asked(String type, String message) throws Exception {
    Answer answer = client.retrieve(type, message);
    answers.mustBlameTheSender(answer);
    return answer;
  }
}
