import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPConnectionFactory;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * Hands a briefing over, logged in by a signature over body and timestamp (WS-Security, X.509 token
 * profile), with SAAJ and what every JDK has. COMMUNIQUE_KEY (PKCS #8) and COMMUNIQUE_CERTIFICATE
 * are PEM files; the certificate is registered for the account.
 */
public final class Signed {
  private static final String ARCHIVE = "urn:communique:archive:1";
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
  private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  private static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";
  private static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final QName ID = new QName(WSU, "Id", "wsu");

  private Signed() {}

  private static SOAPElement add(SOAPElement parent, String name) throws SOAPException {
    return parent.addChildElement(new QName(ARCHIVE, name));
  }

  private static SOAPElement add(SOAPElement parent, QName name, String text)
      throws SOAPException {
    return parent.addChildElement(name).addTextNode(text);
  }

  private static void add(SOAPElement parent, String name, String text) throws SOAPException {
    add(parent, new QName(ARCHIVE, name), text);
  }

  private static SOAPMessage deposit() throws SOAPException {
    SOAPMessage message = MessageFactory.newInstance().createMessage();
    SOAPElement deposit = message.getSOAPBody().addBodyElement(new QName(ARCHIVE, "DepositBriefing"));
    add(deposit, "Office", "XV-PRES");
    add(deposit, "Kind", "statement");
    SOAPElement edition = add(deposit, "Edition");
    add(edition, "DepositorReference", "saaj-signed-" + System.nanoTime());
    add(edition, "Language", "en");
    SOAPElement content = add(edition, "Content");
    add(content, "Headline", "The harbour is open");
    SOAPElement block = add(add(content, "Body"), "Block");
    add(block, "Type", "paragraph");
    add(add(add(block, "Text"), "Span"), "Text", "To all.");
    return message;
  }

  /** Signs a message; after this, nothing of it may change. */
  private static void sign(SOAPMessage message, PrivateKey key, X509Certificate certificate)
      throws Exception {
    SOAPElement security =
        message.getSOAPHeader().addHeaderElement(new QName(WSSE, "Security", "wsse"));
    SOAPElement token =
        add(
            security,
            new QName(WSSE, "BinarySecurityToken", "wsse"),
            Base64.getEncoder().encodeToString(certificate.getEncoded()));
    token.addAttribute(new QName("ValueType"), X509);
    token.addAttribute(new QName("EncodingType"), BASE64);
    token.addAttribute(ID, "token");
    SOAPElement timestamp = security.addChildElement(new QName(WSU, "Timestamp", "wsu"));
    timestamp.addAttribute(ID, "time");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    add(timestamp, new QName(WSU, "Created", "wsu"), now.toString());
    add(timestamp, new QName(WSU, "Expires", "wsu"), now.plusSeconds(300).toString());
    SOAPBody body = message.getSOAPBody();
    body.addAttribute(ID, "body");

    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    List<Reference> references = new ArrayList<>();
    for (String id : List.of("body", "time")) {
      references.add(
          factory.newReference(
              "#" + id,
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(factory.newTransform(EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null));
    }
    DOMSignContext context = new DOMSignContext(key, security);
    // What an identity is, Java has to be told.
    context.setIdAttributeNS(body, WSU, "Id");
    context.setIdAttributeNS(timestamp, WSU, "Id");
    factory
        .newXMLSignature(
            factory.newSignedInfo(
                factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                references),
            reference(factory, message))
        .sign(context);
  }

  /** Says that the token in the header is the signer's certificate. */
  private static KeyInfo reference(XMLSignatureFactory factory, SOAPMessage message)
      throws SOAPException {
    Element reference = message.getSOAPPart().createElementNS(WSSE, "wsse:SecurityTokenReference");
    Element direct = message.getSOAPPart().createElementNS(WSSE, "wsse:Reference");
    direct.setAttribute("URI", "#token");
    direct.setAttribute("ValueType", X509);
    reference.appendChild(direct);
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }

  private static PrivateKey key(Path pem) throws Exception {
    String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static X509Certificate certificate(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /**
   * @param arguments none; the environment has COMMUNIQUE_URL, _KEY and _CERTIFICATE
   */
  public static void main(String[] arguments) throws Exception {
    SOAPMessage message = deposit();
    sign(
        message,
        key(Path.of(System.getenv("COMMUNIQUE_KEY"))),
        certificate(Path.of(System.getenv("COMMUNIQUE_CERTIFICATE"))));
    URI address = URI.create(System.getenv("COMMUNIQUE_URL") + "/soap/deposit");
    SOAPBody answer =
        SOAPConnectionFactory.newInstance()
            .createConnection()
            .call(message, address.toURL())
            .getSOAPBody();
    if (answer.hasFault()) {
      throw new IllegalStateException(answer.getFault().getFaultString());
    }
    String briefing = answer.getElementsByTagNameNS(ARCHIVE, "BriefingId").item(0).getTextContent();
    System.out.println("briefing " + briefing);
  }
}
