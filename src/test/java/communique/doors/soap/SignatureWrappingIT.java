package communique.doors.soap;

import static communique.doors.soap.MessageSigner.DS;
import static communique.doors.soap.MessageSigner.USUAL;
import static communique.doors.soap.MessageSigner.WSSE;
import static communique.doors.soap.MessageSigner.WSU;
import static communique.doors.soap.MessageSigner.deposit;
import static communique.doors.soap.MessageSigner.first;
import static communique.doors.soap.MessageSigner.now;
import static communique.doors.soap.MessageSigner.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What was signed is put where it does no harm but is still found, and something else into its
 * place: none of it is taken for what was signed.
 */
@ExtendWith(RunningSystem.Shared.class)
final class SignatureWrappingIT {
  private static final String SOAP = SoapClient.SOAP11;

  private static final Rule LEADS_NOWHERE =
      rejected("Security.Signature.SignedInfo.Reference", "must be the wsu:Id of the Body");
  private static final Rule NO_REFERENCE =
      rejected("Security.Signature.SignedInfo.Reference", "must be # and the wsu:Id");
  private static final Rule TWICE =
      rejected("Security.Signature", "must be in a message without an identity twice");
  private static final Rule STRANGE =
      rejected("Security", "must have a Timestamp, a UsernameToken");
  private static final Rule SHAPE =
      rejected(
          "Security.Signature", "Signature must have only SignedInfo, SignatureValue, KeyInfo");
  private static final Rule ONCE = rejected("Security", "must be there once");
  private static final Rule KEY =
      rejected("Security.Signature.KeyInfo", "must name a certificate by");
  private static final Rule NOBODY = rejected("", "must carry a token");
  private static final Rule NO_ENVELOPE =
      new Rule("MALFORMED", "Envelope", "must have a Header, a Body and nothing else");
  private static final Rule AFTER_BODY =
      new Rule("MALFORMED", "", "must have nothing after its Body");

  private final SoapClient client;
  private final MessageSigner signer;

  SignatureWrappingIT(RunningSystem system) throws Exception {
    this.client = new SoapClient(system);
    this.signer = MessageSigner.of(system, "signer", "xv-depositor");
  }

  @Test
  void what_is_left_in_its_place_is_taken() throws Exception {
    Answer answer = client.depositAsNobody(MessageSigner.text(signed()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Header", "Security", "Envelope", "Object"})
  void the_signed_body_is_moved_and_another_takes_its_place(String where) throws Exception {
    for (String identity : new String[] {"", "other", "body"}) {
      Document message = signed();
      Element body = first(message, SOAP, "Body");
      Element evil = evil(body, identity);
      body.getParentNode().replaceChild(evil, body);
      wrapper(message, where).appendChild(body);
      Rule after = identity.equals("body") ? AFTER_BODY : LEADS_NOWHERE;
      mustRefuse(message, where.equals("Envelope") ? after : NO_ENVELOPE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "ID", "id", "xml:id"})
  void an_identity_of_another_kind_leads_nowhere(String attribute) throws Exception {
    Document message = signed();
    Element body = first(message, SOAP, "Body");
    Element evil = evil(body, "");
    if (attribute.equals("xml:id")) {
      evil.setAttributeNS("http://www.w3.org/XML/1998/namespace", attribute, "body");
    } else {
      evil.setAttributeNS(null, attribute, "body");
    }
    body.getParentNode().replaceChild(evil, body);
    mustRefuse(message, LEADS_NOWHERE);
    wrapper(message, "Header").appendChild(body);
    mustRefuse(message, NO_ENVELOPE);
  }

  @Test
  void the_signed_body_is_put_deep_into_another() throws Exception {
    Document message = signed();
    Element body = first(message, SOAP, "Body");
    Element evil = evil(body, "");
    body.getParentNode().replaceChild(evil, body);
    first(evil, "*", "Content").appendChild(body);
    mustRefuse(message, LEADS_NOWHERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Header", "Security", "Object"})
  void an_old_timestamp_is_moved_and_a_new_one_takes_its_place(String where) throws Exception {
    String old = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
    for (String identity : new String[] {"", "other", "time"}) {
      Document message =
          MessageSigner.parse(signer.sign(unsigned(deposit("Old news"), old), USUAL));
      Element timestamp = first(message, WSU, "Timestamp");
      Element fresh = (Element) timestamp.cloneNode(true);
      fresh.getFirstChild().setTextContent(now());
      identify(fresh, identity);
      timestamp.getParentNode().replaceChild(fresh, timestamp);
      wrapper(message, where).appendChild(timestamp);
      Rule within = identity.equals("time") ? TWICE : LEADS_NOWHERE;
      mustRefuse(
          message,
          switch (where) {
            case "Security" -> STRANGE;
            case "Object" -> SHAPE;
            default -> within;
          });
    }
  }

  // Signed so by who has the key: nothing else is wrong with them.
  @ParameterizedTest
  @ValueSource(strings = {"", "#", "#xpointer(/)", "#xpointer(id('body'))", "other.xml"})
  void references_to_everything_or_elsewhere_are_refused(String uri) throws Exception {
    mustRefuse(signed(USUAL.references("#body", "#time", uri)), NO_REFERENCE);
    mustRefuse(signed(USUAL.references(uri, "#time")), NO_REFERENCE);
  }

  @Test
  void a_reference_to_nothing_is_refused() throws Exception {
    Document message = signed();
    first(message, DS, "Reference").removeAttributeNS(null, "URI");
    mustRefuse(message, NO_REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {Transform.XPATH, Transform.XPATH2, Transform.XSLT, Transform.ENVELOPED})
  void transformations_that_choose_what_is_signed_are_refused(String algorithm) throws Exception {
    mustRefuse(
        signed(USUAL.transforms(algorithm)),
        rejected("Security.Signature.Transform", "must be one of " + MessageSigner.EXCLUSIVE));
    Rule alone = rejected("Security.Signature", "Transforms must have only Transform");
    mustRefuse(signed(USUAL.transforms(algorithm, MessageSigner.EXCLUSIVE)), alone);
    mustRefuse(signed(USUAL.transforms(MessageSigner.EXCLUSIVE, algorithm)), alone);
  }

  @Test
  void two_security_headers_are_refused() throws Exception {
    Document message = signed();
    Element security = first(message, WSSE, "Security");
    Element second = (Element) security.cloneNode(false);
    security.getParentNode().appendChild(second);
    mustRefuse(message, ONCE);
    second.setAttributeNS(SOAP, "soap:actor", "urn:somebody-else");
    mustRefuse(message, ONCE);
  }

  @Test
  void a_signature_for_somebody_else_is_none() throws Exception {
    Document message = signed();
    first(message, WSSE, "Security").setAttributeNS(SOAP, "soap:actor", "urn:somebody-else");
    mustRefuse(message, NOBODY);
  }

  @Test
  void two_bodies_are_refused() throws Exception {
    for (String identity : new String[] {"", "other", "body"}) {
      Document message = signed();
      Element body = first(message, SOAP, "Body");
      body.getParentNode().insertBefore(evil(body, identity), body);
      mustRefuse(message, identity.equals("body") ? AFTER_BODY : LEADS_NOWHERE);
      body.getParentNode().insertBefore(body, body.getPreviousSibling());
      mustRefuse(message, AFTER_BODY);
    }
  }

  @Test
  void two_signatures_or_timestamps_are_refused() throws Exception {
    for (String[] name : new String[][] {{DS, "Signature"}, {WSU, "Timestamp"}}) {
      Document message = signed();
      Element twice = first(message, name[0], name[1]);
      twice.getParentNode().appendChild(twice.cloneNode(true));
      mustRefuse(message, rejected("Security." + name[1], "must be there once"));
    }
  }

  @Test
  void a_key_in_the_message_or_to_be_fetched_is_not_used() throws Exception {
    for (String name : new String[] {"KeyValue", "X509Data", "RetrievalMethod", "KeyName"}) {
      Document message = signed();
      Element info = first(message, DS, "KeyInfo");
      Element other = message.createElementNS(DS, "ds:" + name);
      other.setAttributeNS(null, "URI", "http://127.0.0.1:1/key");
      info.replaceChild(other, info.getFirstChild());
      mustRefuse(message, KEY);
      Element reference = message.createElementNS(WSSE, "w:SecurityTokenReference");
      info.replaceChild(reference, other);
      reference.appendChild(other);
      mustRefuse(message, KEY);
    }
  }

  private Document signed() throws Exception {
    return signed(USUAL);
  }

  private Document signed(MessageSigner.Form form) throws Exception {
    String message = unsigned(deposit("wrapped " + UUID.randomUUID()), now());
    return MessageSigner.parse(signer.sign(message, form));
  }

  // The same with another headline.
  private static Element evil(Element body, String identity) {
    Element evil = (Element) body.cloneNode(true);
    first(evil, "*", "Headline").setTextContent("Not what was signed");
    identify(evil, identity);
    return evil;
  }

  private static void identify(Element element, String identity) {
    element.removeAttributeNS(WSU, "Id");
    if (!identity.isEmpty()) {
      element.setAttributeNS(WSU, "u:Id", identity);
    }
  }

  private static Element wrapper(Document message, String where) {
    Element wrapper =
        where.equals("Object")
            ? message.createElementNS(DS, "ds:Object")
            : message.createElementNS("urn:wrapper", "x:Wrapper");
    Element home =
        switch (where) {
          case "Security" -> first(message, WSSE, "Security");
          case "Object" -> first(message, DS, "Signature");
          default -> first(message, SOAP, where);
        };
    home.appendChild(wrapper);
    return wrapper;
  }

  private void mustRefuse(Document message, Rule rule) throws Exception {
    String before = client.holdings();
    Answer answer = client.depositAsNobody(MessageSigner.text(message));
    assertThat(answer.status()).as(answer.text()).isIn(401, 500);
    assertThat(answer.first("Reason")).as(answer.text()).isEqualTo(rule.reason());
    assertThat(answer.first("Field")).as(answer.text()).isEqualTo(rule.field());
    assertThat(answer.first("Rule")).startsWith(rule.begin());
    assertThat(answer.text()).doesNotContain("Exception");
    assertThat(client.holdings()).isEqualTo(before);
  }

  private static Rule rejected(String field, String begin) {
    return new Rule("NOT_AUTHENTICATED", field, begin);
  }

  /**
   * The rule that is told.
   *
   * @param begin of its text
   */
  private record Rule(String reason, String field, String begin) {}
}
