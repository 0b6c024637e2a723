package communique.doors.soap;

import static communique.doors.soap.MessageSigner.USUAL;
import static communique.doors.soap.MessageSigner.WSSE;
import static communique.doors.soap.MessageSigner.deposit;
import static communique.doors.soap.MessageSigner.now;
import static communique.doors.soap.MessageSigner.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.doors.soap.MessageSigner.Form.Naming;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Messages that are signed with the key of a certificate (X.509 token profile). */
@ExtendWith(RunningSystem.Shared.class)
final class SignedMessagesIT {
  private final RunningSystem system;
  private final SoapClient client;
  private final MessageSigner signer;

  SignedMessagesIT(RunningSystem system) throws Exception {
    this.system = system;
    this.client = new SoapClient(system);
    this.signer = MessageSigner.of(system, "signer", "xv-depositor");
  }

  @ParameterizedTest
  @EnumSource(Naming.class)
  void a_signed_message_needs_no_password_however_it_names_its_certificate(Naming naming)
      throws Exception {
    String message = unsigned(deposit("Named by " + naming), now());
    Answer answer = client.depositAsNobody(signer.sign(message, USUAL.naming(naming)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.first("ReceiptId")).isNotEmpty();
  }

  @Test
  void what_wss4j_signs_is_taken_as_it_names_certificates_by_itself() throws Exception {
    Document message = MessageSigner.parse(unsigned(deposit("Signed by WSS4J"), now()));
    WSSecHeader header = new WSSecHeader(message);
    header.insertSecurityHeader();
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo("client", system.clientPassword());
    signature.setSignatureAlgorithm(WSConstants.RSA_SHA256);
    signature.setDigestAlgo(WSConstants.SHA256);
    signature.getParts().add(new WSEncryptionPart("Body", SoapClient.SOAP11, "Content"));
    signature.getParts().add(new WSEncryptionPart("Timestamp", MessageSigner.WSU, ""));
    Merlin keys = new Merlin();
    keys.setKeyStore(system.clientKeys("signer"));
    signature.build(keys);
    String signed = MessageSigner.text(message);
    assertThat(signed).contains("X509IssuerSerial");
    Answer answer = client.depositAsNobody(signed);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void what_the_schema_forbids_is_told_of_signed_messages_too() throws Exception {
    String message =
        unsigned(deposit("x").replace("<Kind>statement</Kind>", "<Kind>song</Kind>"), now());
    Answer answer = client.depositAsNobody(signer.sign(message, USUAL));
    assertThat(answer.first("Reason")).isEqualTo("UNKNOWN_VALUE");
    assertThat(answer.first("Field")).isEqualTo("Kind");
  }

  @Test
  void a_message_that_was_changed_after_signing_is_refused() throws Exception {
    String before = client.holdings();
    String signed = signer.sign(unsigned(deposit("Harmless"), now()), USUAL);
    mustReject(signed.replace("Harmless", "Harmful"), "body");
    mustReject(signed.replace("Z</u:Created>", ".5Z</u:Created>"), "header");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_certificate_that_is_not_registered_signs_nothing_and_no_key_signs_for_another()
      throws Exception {
    MessageSigner stranger = MessageSigner.of(system, "stranger");
    mustReject(stranger.deposit(), "registered");
    String stolen =
        stranger.deposit().replaceFirst("(BinarySecurityToken[^>]*>)[^<]*", "$1" + der());
    mustReject(stolen, "key");
  }

  private String der() throws Exception {
    return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
  }

  @Test
  void an_issuer_is_the_same_however_its_name_is_spelled() throws Exception {
    String name = signer.certificate().getIssuerX500Principal().getName();
    String spelled = name.toUpperCase(Locale.ROOT).replace(",", " , ").replace("=", " = ");
    Answer answer = client.depositAsNobody(named(spelled, "" + serialNumber()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void issuer_and_serial_number_must_both_be_those_of_a_registered_certificate() throws Exception {
    String issuer = signer.certificate().getIssuerX500Principal().getName();
    mustReject(named("CN=Nobody", "" + serialNumber()), "registered");
    mustReject(named(issuer + ",C=XV", "" + serialNumber()), "registered");
    mustReject(named(issuer, "" + serialNumber().add(BigInteger.ONE)), "registered");
    mustReject(named(issuer, "" + serialNumber().negate()), "registered");
    mustReject(named(issuer, "9".repeat(49)), "registered");
    MessageSigner stranger = MessageSigner.of(system, "stranger");
    String message =
        stranger.sign(unsigned(deposit("x"), now()), USUAL.naming(Naming.ISSUER_AND_SERIAL));
    mustReject(message, "registered");
    mustReject(spelled(message, issuer, "" + serialNumber()), "key");
  }

  @Test
  void what_is_no_issuer_or_no_serial_number_is_said_so() throws Exception {
    String issuer = signer.certificate().getIssuerX500Principal().getName();
    for (String serialNumber :
        new String[] {"9".repeat(50), "9".repeat(200_000), "1e9", "", "0x1"}) {
      mustReject(named(issuer, serialNumber), "X509SerialNumber: must have 1 to 49 digits");
    }
    for (String name : new String[] {"nobody", "CN=" + "x".repeat(5_000), "=,=", "CN"}) {
      mustReject(named(name, "" + serialNumber()), "X509IssuerName: must be a name");
    }
  }

  private BigInteger serialNumber() {
    return signer.certificate().getSerialNumber();
  }

  private String named(String issuer, String serialNumber) throws Exception {
    String message = unsigned(deposit("Named otherwise"), now());
    return spelled(
        signer.sign(message, USUAL.naming(Naming.ISSUER_AND_SERIAL)), issuer, serialNumber);
  }

  // What names the certificate is not signed.
  private static String spelled(String message, String issuer, String serialNumber) {
    return message
        .replaceFirst("(X509IssuerName[^>]*>)[^<]*", "$1" + issuer)
        .replaceFirst("(X509SerialNumber[^>]*>)[^<]*", "$1" + serialNumber);
  }

  @Test
  void both_body_and_timestamp_must_be_signed() throws Exception {
    mustReject(signer.sign(unsigned(deposit("x"), now()), USUAL.references("#time")), "Body");
    mustReject(signer.sign(unsigned(deposit("x"), now()), USUAL.references("#body")), "Timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1, SignatureMethod",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224, SignatureMethod",
    "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1, SignatureMethod"
  })
  void weak_signatures_are_refused_and_said_so(String algorithm, String field) throws Exception {
    Answer answer =
        mustReject(
            signer.sign(unsigned(deposit("x"), now()), USUAL.signature(algorithm)), "rsa-sha256");
    assertThat(answer.first("Field")).endsWith(field);
    assertThat(answer.first("Value")).isEqualTo(algorithm);
  }

  @Test
  void weak_digests_and_other_canonicalisations_are_refused_and_said_so() throws Exception {
    String sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    String message = unsigned(deposit("x"), now());
    assertThat(mustReject(signer.sign(message, USUAL.digest(sha1)), "sha256").first("Value"))
        .isEqualTo(sha1);
    String inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    mustReject(signer.sign(message, USUAL.canonical(inclusive)), "xml-exc-c14n");
  }

  @ParameterizedTest
  @ValueSource(longs = {-310, 90})
  void a_timestamp_too_old_or_to_come_is_refused(long seconds) throws Exception {
    String created = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString();
    mustReject(signer.sign(unsigned(deposit("x"), created), USUAL), "five minutes");
  }

  @Test
  void a_timestamp_needs_its_zone_but_no_milliseconds() throws Exception {
    mustReject(
        signer.sign(unsigned(deposit("x"), now().replace("Z", "")), USUAL), "date, time and zone");
    String far = Instant.now().atOffset(ZoneOffset.ofHours(9)).toString();
    Answer answer = client.depositAsNobody(signer.sign(unsigned(deposit("From afar"), far), USUAL));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void a_signed_message_counts_once() throws Exception {
    String message = signer.deposit();
    assertThat(client.depositAsNobody(message).status()).isEqualTo(200);
    String before = client.holdings();
    mustReject(message, "used before");
    // Before anything of its body is read.
    mustReject(message.replace("signed ", "forged "), "used before");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void of_one_signature_one_message_is_received_at_a_time() throws Exception {
    // Which of two that come at the same time is the first cannot be told beforehand.
    Instant last = Instant.now().plusSeconds(60);
    String message = signer.deposit();
    while (!isHeldAlone(message)) {
      assertThat(Instant.now()).isBefore(last);
      message = signer.deposit();
    }
    mustReject(message, "used before");
  }

  /**
   * Sends a message by halves and others of its signature between them.
   *
   * @return whether it was this message that arrived first, and the others were refused; otherwise
   *     nothing is known
   */
  private boolean isHeldAlone(String message) throws Exception {
    int middle = message.indexOf("<Headline");
    CountDownLatch end = new CountDownLatch(1);
    InputStream slow =
        new SequenceInputStream(
            bytes(message.substring(0, middle)), new Later(bytes(message.substring(middle)), end));
    CompletableFuture<HttpResponse<byte[]>> first =
        system
            .client()
            .sendAsync(
                client
                    .request(
                        "soap/deposit", SoapClient.XML11, BodyPublishers.ofInputStream(() -> slow))
                    .build(),
                BodyHandlers.ofByteArray());
    try {
      Thread.sleep(500);
      Answer refused = client.depositAsNobody(message.replace("signed ", "forged "));
      if (refused.first("Reason").equals("NOT_AUTHENTICATED")) {
        return false;
      }
      assertThat(refused.first("Reason")).as(refused.text()).isEqualTo("RECORD_UNAVAILABLE");
      assertThat(refused.first("Rule")).contains("same signature");
      // Others are not held up.
      assertThat(client.depositAsNobody(signer.deposit()).status()).isEqualTo(200);
    } finally {
      end.countDown();
    }
    assertThat(Answer.of(first.get()).status()).isEqualTo(200);
    return true;
  }

  @Test
  void an_answer_of_nearly_eight_megabytes_is_signed() throws Exception {
    Answer answer = client.send(signedGetMedia(placed(5_900_000)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text().length()).isBetween(7_800_000, 8 << 20);
    mustBeSigned(answer);
  }

  @Test
  void a_larger_one_is_refused_by_a_signed_fault() throws Exception {
    String sha256 = placed(6_500_000);
    Answer refused = client.send(signedGetMedia(sha256));
    assertThat(refused.first("Reason") + refused.status())
        .as(refused.text())
        .isEqualTo("TOO_LARGE500");
    assertThat(refused.first("Rule")).contains("8 MB");
    mustBeSigned(refused);
  }

  private HttpRequest.Builder signedGetMedia(String sha256) throws Exception {
    String asked =
        "<GetMedia xmlns='urn:communique:archive:1'><Sha256>" + sha256 + "</Sha256></GetMedia>";
    return client.request(
        "soap/retrieval",
        SoapClient.XML11,
        BodyPublishers.ofString(signer.sign(unsigned(asked, now()), USUAL)));
  }

  /** Puts a file of that many bytes into the archive. */
  private String placed(int size) throws Exception {
    HttpRequest upload =
        HttpRequest.newBuilder(system.httpsUri().resolve("api/v1/media"))
            .header("Content-Type", "application/pdf")
            .header(
                "Authorization",
                SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR)))
            .POST(
                BodyPublishers.ofByteArray(new GrowingFile(size, GrowingFile.ALONE).readAllBytes()))
            .build();
    HttpResponse<String> kept = system.client().send(upload, BodyHandlers.ofString());
    String sha256 = RestClient.field("sha256", kept.body());
    RestClient.as(SoapClient.DEPOSITOR, system)
        .must(
            "POST",
            "briefings",
            RestClient.statement(
                "A file of " + size,
                "\"media\":[{\"role\":\"document\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]"));
    return sha256;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void files_beside_a_signed_message_are_refused_since_no_signature_covers_them() throws Exception {
    String before = client.holdings();
    Mtom mtom = Mtom.of(SoapClient.example("depositBriefing/with-photo.xml"));
    String content =
        mtom.root()
            .substring(
                mtom.root().indexOf("<DepositBriefing"), mtom.root().indexOf("</soap:Body>"));
    String signed = signer.sign(unsigned(content, now()), USUAL);
    Answer answer =
        client.send(
            client.request(
                "soap/deposit",
                Mtom.TYPE,
                BodyPublishers.ofByteArray(new Mtom(signed, mtom.photo()).bytes())));
    assertThat(answer.first("Rule")).contains("base64", "MTOM");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void the_answer_to_a_signed_message_is_signed_and_so_is_a_fault() throws Exception {
    mustBeSigned(client.depositAsNobody(signer.deposit()));
    String wrong = unsigned("<GetBriefing xmlns='urn:communique:archive:1'/>", now());
    Answer fault = client.depositAsNobody(signer.sign(wrong, USUAL));
    assertThat(fault.first("Reason")).isEqualTo("MALFORMED");
    mustBeSigned(fault);
  }

  @Test
  void no_other_answer_has_a_security_header() throws Exception {
    Answer answer = client.deposit(SoapClient.example("depositBriefing/shortest.xml"));
    assertThat(answer.text()).doesNotContain("Security");
    String token = UsernameTokenText.with("password-text", system.password("xv-depositor"));
    assertThat(client.depositAsNobody(token).text()).doesNotContain("Security");
  }

  private Answer mustReject(String message, String rule) throws Exception {
    Answer answer = client.depositAsNobody(message);
    assertThat(answer.status()).as(answer.text()).isEqualTo(500);
    assertThat(answer.first("Reason")).isEqualTo("NOT_AUTHENTICATED");
    assertThat(answer.first("Field") + ": " + answer.first("Rule")).contains(rule);
    assertThat(answer.text()).doesNotContain("Exception");
    return answer;
  }

  private static void mustBeSigned(Answer answer) throws Exception {
    Element envelope = answer.xml().getDocumentElement();
    Element signature = MessageSigner.first(answer.xml(), MessageSigner.DS, "Signature");
    assertThat(signature).as(answer.text()).isNotNull();
    assertThat(signature.getParentNode().getLocalName()).isEqualTo("Security");
    byte[] token =
        Base64.getMimeDecoder()
            .decode(
                MessageSigner.first(answer.xml(), WSSE, "BinarySecurityToken").getTextContent());
    DOMValidateContext context =
        new DOMValidateContext(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(token))
                .getPublicKey(),
            signature);
    for (Element each :
        new Element[] {
          MessageSigner.first(answer.xml(), SoapClient.SOAP11, "Body"),
          MessageSigner.first(answer.xml(), MessageSigner.WSU, "Timestamp")
        }) {
      assertThat(each.getAttributeNS(MessageSigner.WSU, "Id")).isNotEmpty();
      context.setIdAttributeNS(each, MessageSigner.WSU, "Id");
    }
    XMLSignature parsed =
        XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(context);
    assertThat(parsed.getSignedInfo().getReferences()).hasSize(2);
    assertThat(parsed.validate(context)).as(answer.text()).isTrue();
    assertThat(envelope.getLocalName()).isEqualTo("Envelope");
  }

  /** What comes when it may. */
  private static final class Later extends FilterInputStream {
    private final CountDownLatch begin;

    Later(InputStream in, CountDownLatch begin) {
      super(in);
      this.begin = begin;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      try {
        begin.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      return super.read(to, offset, length);
    }
  }
}
