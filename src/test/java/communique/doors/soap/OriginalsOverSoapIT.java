package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes by SOAP is kept byte for byte, without its header. */
@ExtendWith(RunningSystem.Shared.class)
final class OriginalsOverSoapIT {
  private static final String BODY = "<soap:Body>";

  private final RunningSystem system;
  private final SoapClient client;

  OriginalsOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @Test
  void a_message_without_header_is_kept_to_its_last_byte() throws Exception {
    String message =
        "\uFEFF"
            + shortest()
                .replace("\n", "\r\n")
                .replace(BODY, "<!-- <soap:Header> -->\t<soap:Body\n >")
            + "\n<?at the=end?><!-- é -->\n ";
    mustBeKept(message, client.deposit(message), "text/xml;charset=utf-8");
  }

  @Test
  void a_message_in_soap_1_2_is_kept_with_the_type_it_was_sent_with() throws Exception {
    String message = shortest().replace(SoapClient.SOAP11, SoapClient.SOAP12);
    Answer receipt =
        client.deposit(
            "application/soap+xml; action=\"urn:communique:archive:1:DepositBriefing\"",
            message.getBytes(UTF_8));
    HttpResponse<byte[]> kept = original(receipt);
    assertThat(kept.body()).isEqualTo(message.getBytes(UTF_8));
    assertThat(type(kept)).startsWith("application/soap+xml").contains("archive:1:DepositBriefing");
  }

  @Test
  void a_password_is_not_kept() throws Exception {
    String password = system.password(SoapClient.DEPOSITOR);
    String message = UsernameTokenText.with("password-text", password);
    int begin = message.indexOf("<soap:Header>");
    int end = message.indexOf("</soap:Header>") + "</soap:Header>".length();
    assertThat(message.substring(begin, end)).contains(password);
    Answer receipt = client.depositAsNobody(message);
    mustBeKept(
        message.substring(0, begin) + message.substring(end), receipt, "text/xml;charset=utf-8");
    assertThat(new String(original(receipt).body(), UTF_8)).doesNotContain(password, "Security");
    assertThat(originalsWith(password)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<soap:Header/>",
        "<soap:Header a='/>' b=\">\" ></soap:Header>",
        "<soap:Header><x xmlns='urn:x'><![CDATA[</soap:Header>]]>&#60;/soap:Header></x></soap:Header>",
        "<soap:Header><!-- </soap:Header> --><x xmlns='urn:x'><soap:Header>é</soap:Header></x>"
            + "</soap:Header\n>",
        "<h:Header xmlns:h='http://schemas.xmlsoap.org/soap/envelope/'><h:x/></h:Header>",
        "<Password xmlns='urn:x'>secret</Password>"
      })
  void of_a_header_nothing_is_kept_whatever_it_has_in_it(String header) throws Exception {
    String message = shortest().replace(BODY, header + "\n" + BODY);
    mustBeKept(message.replace(header, ""), client.deposit(message), "text/xml;charset=utf-8");
  }

  @Test
  void a_header_that_the_text_speaks_of_stays() throws Exception {
    String message =
        shortest()
            .replace(
                "It has one sentence.",
                "<![CDATA[<soap:Header>]]>&lt;/soap:Header><!-- <soap:Header/> --><?Header?>")
            .replace(BODY, "<soap:Header>secret</soap:Header>" + BODY);
    Answer receipt = client.deposit(message);
    mustBeKept(
        message.replace("<soap:Header>secret</soap:Header>", ""),
        receipt,
        "text/xml;charset=utf-8");
    assertThat(client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id(receipt))).text())
        .contains("&lt;soap:Header&gt;&lt;/soap:Header&gt;");
  }

  @Test
  void a_message_is_kept_in_its_own_encoding() throws Exception {
    String header = "<soap:Header><x xmlns='urn:x'>é</x></soap:Header>";
    String message = shortest().replace("UTF-8", "UTF-16").replace("A statement", "성명 😀");
    String with = message.replace(BODY, header + BODY);
    HttpResponse<byte[]> silent = original(client.deposit("text/xml", with.getBytes(UTF_16)));
    assertThat(silent.body()).isEqualTo(message.getBytes(UTF_16));
    assertThat(type(silent)).isEqualTo("text/xml");
    HttpResponse<byte[]> named =
        original(client.deposit("text/xml; charset=UTF-16", with.getBytes(UTF_16)));
    assertThat(named.body()).isEqualTo(message.getBytes(UTF_16));
    assertThat(type(named)).isEqualTo("text/xml;charset=UTF-16");
    HttpResponse<byte[]> little =
        original(client.deposit("text/xml", ("\uFEFF" + with).getBytes(UTF_16LE)));
    assertThat(little.body()).isEqualTo(("\uFEFF" + message).getBytes(UTF_16LE));
  }

  @Test
  void a_photo_in_base64_is_kept_in_its_message() throws Exception {
    String message = SoapClient.example("depositBriefing/with-photo.xml");
    mustBeKept(message, client.deposit(message), "text/xml;charset=utf-8");
  }

  @Test
  void of_a_message_in_parts_the_envelope_is_kept_as_it_names_the_others() throws Exception {
    Mtom sent = Mtom.of(SoapClient.example("depositBriefing/with-photo.xml"));
    Mtom with =
        new Mtom(
            sent.root().replace(BODY, "<soap:Header><x>secret</x></soap:Header>" + BODY),
            sent.photo());
    for (Mtom each : new Mtom[] {sent, with}) {
      HttpResponse<byte[]> kept = original(client.deposit(Mtom.TYPE, each.bytes()));
      assertThat(new String(kept.body(), UTF_8))
          .isEqualTo(sent.root())
          .contains("href=\"cid:photo%40example\"");
      assertThat(type(kept))
          .startsWith("application/xop+xml")
          .contains("charset=UTF-8", "type=\"text/xml\"");
    }
  }

  @Test
  void a_further_edition_is_kept_too() throws Exception {
    String briefing = id(client.deposit(shortest()));
    String message =
        SoapClient.example("addEdition/translation.xml")
            .replace("01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11", briefing);
    mustBeKept(message, client.deposit(message), "text/xml;charset=utf-8");
  }

  @Test
  void of_a_long_message_no_temporary_file_stays_whatever_becomes_of_it() throws Exception {
    String reference = "<DepositorReference>" + UUID.randomUUID() + "</DepositorReference>";
    String message =
        shortest()
            .replace("<Language>", reference + "<Language>")
            .replace("<Office>", "<!--" + "é 😀 ".repeat(200_000) + "--><Office>");
    String before = client.holdings();
    String unknown = message.replace("<Language>en", "<Language>xx");
    assertThat(inHalves(unknown).first("Reason")).isEqualTo("UNKNOWN_VALUE");
    String broken = message.replace("</soap:Envelope>", "");
    assertThat(inHalves(broken).first("Reason")).isEqualTo("MALFORMED");
    assertThat(client.depositAs("xv-depositor", "guessed", message).status()).isEqualTo(401);
    assertThat(client.holdings()).isEqualTo(before).endsWith(" 0");
    Answer first = inHalves(message);
    mustBeKept(message, first, "text/xml;charset=utf-8");
    String after = client.holdings();
    assertThat(inHalves(message).first("ReceiptId")).isEqualTo(first.first("ReceiptId"));
    assertThat(client.holdings()).isEqualTo(after).endsWith(" 0");
  }

  @Test
  void a_body_that_stands_in_a_header_is_no_body() throws Exception {
    String before = client.holdings();
    String message =
        shortest()
            .replace(BODY, "<soap:Header>" + BODY)
            .replace("</soap:Body>", "</soap:Body></soap:Header>");
    assertThat(client.deposit(message).first("Reason")).isEqualTo("MALFORMED");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void an_erasure_takes_the_original_with_it() throws Exception {
    String word = "w" + UUID.randomUUID();
    Answer receipt = client.deposit(shortest().replace("one sentence", word));
    assertThat(originalsWith(word)).isOne();
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id(receipt) + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"Court order 8/26\"}");
    assertThat(original(receipt).statusCode()).isEqualTo(410);
    assertThat(originalsWith(word)).isZero();
  }

  /** The second half is sent when the archive has put the first into a temporary file. */
  private Answer inHalves(String message) throws Exception {
    byte[] bytes = message.getBytes(UTF_8);
    int half = bytes.length / 2;
    InputStream first = new ByteArrayInputStream(bytes, 0, half);
    InputStream second =
        new ByteArrayInputStream(bytes, half, bytes.length - half) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            client.awaitTemporaryFile();
            return super.read(to, offset, length);
          }
        };
    return client.deposit(
        SoapClient.XML11,
        BodyPublishers.ofInputStream(() -> new SequenceInputStream(first, second)));
  }

  private void mustBeKept(String message, Answer receipt, String type) throws Exception {
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    HttpResponse<byte[]> kept = original(receipt);
    assertThat(new String(kept.body(), UTF_8)).isEqualTo(message);
    assertThat(kept.body()).isEqualTo(message.getBytes(UTF_8));
    assertThat(type(kept)).isEqualTo(type);
  }

  private HttpResponse<byte[]> original(Answer receipt) throws Exception {
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    String path =
        "api/v1/briefings/%s/%s/versions/%s/original"
            .formatted(id(receipt), receipt.first("Language"), receipt.first("Version"));
    String login = SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR));
    return system
        .client()
        .send(
            HttpRequest.newBuilder(system.httpsUri().resolve(path))
                .header("Authorization", login)
                .build(),
            BodyHandlers.ofByteArray());
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static String id(Answer receipt) {
    return receipt.first("BriefingId");
  }

  private static String shortest() throws Exception {
    return SoapClient.example("depositBriefing/shortest.xml");
  }

  private long originalsWith(String text) throws Exception {
    try (Connection database = system.database();
        PreparedStatement statement =
            database.prepareStatement(
                "select count(*) from original where position(? in content) > 0")) {
      statement.setBytes(1, text.getBytes(UTF_8));
      try (ResultSet count = statement.executeQuery()) {
        count.next();
        return count.getLong(1);
      }
    }
  }
}
