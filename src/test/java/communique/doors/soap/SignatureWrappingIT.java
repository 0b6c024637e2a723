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
      mustRefuse(message);
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
    mustRefuse(message);
    wrapper(message, "Header").appendChild(body);
    mustRefuse(message);
  }

  @Test
  void the_signed_body_is_put_deep_into_another() throws Exception {
    Document message = signed();
    Element body = first(message, SOAP, "Body");
    Element evil = evil(body, "");
    body.getParentNode().replaceChild(evil, body);
    first(evil, "*", "Content").appendChild(body);
    mustRefuse(message);
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
      mustRefuse(message);
    }
  }

  @Test
  void references_to_everything_or_elsewhere_are_refused() throws Exception {
    for (String uri :
        new String[] {"", "#", "#xpointer(/)", "#xpointer(id('body'))", "other.xml"}) {
      Document message = signed();
      Element reference = first(message, DS, "Reference");
      reference.setAttributeNS(null, "URI", uri);
      mustRefuse(message);
      reference.removeAttributeNS(null, "URI");
      mustRefuse(message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
      })
  void transformations_that_choose_what_is_signed_are_refused(String algorithm) throws Exception {
    Document message = signed();
    Element transforms = first(message, DS, "Transforms");
    Element transform = message.createElementNS(DS, "ds:Transform");
    transform.setAttributeNS(null, "Algorithm", algorithm);
    transforms.insertBefore(transform, transforms.getFirstChild());
    mustRefuse(message);
    transforms.replaceChild(transform, transforms.getLastChild());
    mustRefuse(message);
  }

  @Test
  void two_security_headers_are_refused() throws Exception {
    Document message = signed();
    Element security = first(message, WSSE, "Security");
    Element second = (Element) security.cloneNode(false);
    security.getParentNode().appendChild(second);
    mustRefuse(message);
    second.setAttributeNS(SOAP, "soap:actor", "urn:somebody-else");
    mustRefuse(message);
  }

  @Test
  void a_signature_for_somebody_else_is_none() throws Exception {
    Document message = signed();
    first(message, WSSE, "Security").setAttributeNS(SOAP, "soap:actor", "urn:somebody-else");
    mustRefuse(message);
  }

  @Test
  void two_bodies_are_refused() throws Exception {
    for (String identity : new String[] {"", "other", "body"}) {
      Document message = signed();
      Element body = first(message, SOAP, "Body");
      body.getParentNode().insertBefore(evil(body, identity), body);
      mustRefuse(message);
      body.getParentNode().insertBefore(body, body.getPreviousSibling());
      mustRefuse(message);
    }
  }

  @Test
  void two_signatures_or_timestamps_are_refused() throws Exception {
    for (String[] name : new String[][] {{DS, "Signature"}, {WSU, "Timestamp"}}) {
      Document message = signed();
      Element twice = first(message, name[0], name[1]);
      twice.getParentNode().appendChild(twice.cloneNode(true));
      mustRefuse(message);
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
      mustRefuse(message);
    }
  }

  private Document signed() throws Exception {
    return MessageSigner.parse(signer.deposit());
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

  private void mustRefuse(Document message) throws Exception {
    String before = client.holdings();
    Answer answer = client.depositAsNobody(MessageSigner.text(message));
    assertThat(answer.status()).as(answer.text()).isIn(401, 500);
    assertThat(answer.first("Reason")).isIn("NOT_AUTHENTICATED", "MALFORMED");
    assertThat(answer.text()).doesNotContain("Exception");
    assertThat(client.holdings()).isEqualTo(before);
  }
}
