package communique.doors.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deposit and its way back, with each of the means that clients have. */
@ExtendWith(RunningSystem.Shared.class)
final class DepositOverSoapIT {
  private final RunningSystem system;
  private final SoapClient client;

  DepositOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @Test
  void a_briefing_without_headline_comes_back_as_it_was_handed_over() throws Exception {
    String handedOver = SoapClient.example("depositBriefing/without-headline.xml");
    Answer receipt = client.deposit(handedOver);
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.first("Reference")).matches("XV-PRES/2026/\\d{6}");
    Answer back =
        client.retrieve(SoapClient.XML11, SoapClient.getBriefing(receipt.first("BriefingId")));
    assertThat(content(back.text())).isEqualTo(content(handedOver)).contains("Präsidentin");
    assertThat(back.first("Digest")).isEqualTo(receipt.first("Digest"));
    assertThat(back.has("Headline")).isFalse();
  }

  @Test
  void a_message_that_names_no_charset_is_read_in_the_encoding_of_its_xml() throws Exception {
    String handedOver =
        SoapClient.example("depositBriefing/without-headline.xml").replace('ⓒ', '©');
    for (Charset encoding : List.of(UTF_8, UTF_16, UTF_16LE, ISO_8859_1)) {
      String inIt = handedOver.replace("UTF-8", encoding.name().replace("LE", ""));
      Answer receipt = client.deposit("text/xml", inIt.getBytes(encoding));
      assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
      Answer back =
          client.retrieve("text/xml", SoapClient.getBriefing(receipt.first("BriefingId")));
      assertThat(content(back.text())).isEqualTo(content(handedOver));
    }
  }

  @Test
  void a_photo_in_base64_is_kept_and_can_be_fetched() throws Exception {
    String handedOver = SoapClient.example("depositBriefing/with-photo.xml");
    mustComeBack(client.deposit(handedOver), handedOver);
  }

  @Test
  void a_photo_beside_the_message_by_mtom_is_kept_and_can_be_fetched() throws Exception {
    String handedOver = SoapClient.example("depositBriefing/with-photo.xml");
    Answer receipt = client.deposit(Mtom.TYPE, Mtom.of(handedOver).bytes());
    assertThat(receipt.contentType()).startsWith("text/xml");
    mustComeBack(receipt, handedOver);
  }

  @Test
  void soap_1_2_is_answered_in_soap_1_2() throws Exception {
    String older = SoapClient.example("depositBriefing/shortest.xml");
    String newer = older.replace(SoapClient.SOAP11, SoapClient.SOAP12);
    Answer receipt = client.deposit(SoapClient.XML12, newer.getBytes(UTF_8));
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.contentType()).startsWith("application/soap+xml");
    assertThat(receipt.xml().getDocumentElement().getNamespaceURI()).isEqualTo(SoapClient.SOAP12);
  }

  @Test
  void a_username_token_does_instead_of_http_basic_but_its_nonce_only_once() throws Exception {
    String message = UsernameTokenText.with("password-text", system.password("xv-depositor"));
    assertThat(client.depositAsNobody(message).status()).isEqualTo(200);
    String before = client.holdings();
    Answer again = client.depositAsNobody(message);
    assertThat(again.status()).isEqualTo(500);
    assertThat(again.first("Reason")).isEqualTo("NOT_AUTHENTICATED");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_translation_is_added_to_its_briefing_and_both_come_back() throws Exception {
    Answer original = client.deposit(SoapClient.example("depositBriefing/shortest.xml"));
    String id = original.first("BriefingId");
    String translation =
        SoapClient.example("addEdition/translation.xml")
            .replace("01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11", id);
    assertThat(client.deposit(translation).first("Version")).isEqualTo("1");
    Answer back = client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id));
    assertThat(back.text()).contains("A statement", "Une déclaration", "Maud Serre");
    assertThat(client.deposit(translation).first("Reason")).isEqualTo("EDITION_EXISTS");
  }

  @Test
  void the_same_hand_over_under_the_same_reference_is_kept_once() throws Exception {
    String message =
        SoapClient.example("depositBriefing/shortest.xml")
            .replace(
                "<Language>en", "<DepositorReference>repeat-1</DepositorReference><Language>en");
    Answer first = client.deposit(message);
    String before = client.holdings();
    assertThat(client.deposit(message).first("ReceiptId")).isEqualTo(first.first("ReceiptId"));
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void the_contract_is_given_with_the_address_at_which_it_was_asked() throws Exception {
    String address = system.httpsUri().resolve("soap/deposit").toString();
    assertThat(get(address + "?wsdl"))
        .contains("location=\"" + address + "\"", address + "?xsd=archive.xsd");
    assertThat(get(address + "?xsd=archive.xsd")).contains("name=\"EditionSubmission\"");
    assertThat(get(address + "?singleWsdl"))
        .contains("name=\"EditionSubmission\"", "location=\"" + address + "\"")
        .doesNotContain("schemaLocation");
  }

  @Test
  void the_address_of_a_service_opened_by_itself_tells_where_its_description_is() throws Exception {
    String address = system.httpsUri().resolve("soap/deposit").toString();
    HttpResponse<String> answer = ask(address);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(answer.body())
        .contains(address + "?wsdl", system.httpsUri().resolve("soap/") + " for reading");
  }

  private String get(String address) throws IOException, InterruptedException {
    return ask(address).body();
  }

  private HttpResponse<String> ask(String address) throws IOException, InterruptedException {
    return system
        .client()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private void mustComeBack(Answer receipt, String handedOver) throws Exception {
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    Answer back =
        client.retrieve(SoapClient.XML11, SoapClient.getBriefing(receipt.first("BriefingId")));
    String file = "(?s)<File>.*?</File>";
    assertThat(content(back.text()).replaceFirst(file, "<File/>"))
        .isEqualTo(
            content(handedOver)
                .replaceFirst(file, "<File/>")
                // A time is given back with its seconds.
                .replace("<Time>09:30<", "<Time>09:30:00<"));
    assertThat(back.first("Width") + "x" + back.first("Height")).isEqualTo("12x8");
    byte[] fetched =
        system
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(back.first("Address"))).build(),
                BodyHandlers.ofByteArray())
            .body();
    assertThat(fetched).isEqualTo(Mtom.of(handedOver).photo());
  }

  /** What the office says, from either message, without what the writing of XML leaves free. */
  private static String content(String message) {
    return message
        .substring(message.indexOf("<Content>"), message.lastIndexOf("</Content>"))
        .replaceAll(">\\s+<", "><")
        .strip();
  }
}
