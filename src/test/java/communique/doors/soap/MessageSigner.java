package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Signs messages as clients do (WS-Security, X.509 token profile), with the JDK alone. */
public final class MessageSigner {
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  static final String X509 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0";
  static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** How messages are signed unless a test wants it otherwise. */
  static final Form USUAL =
      new Form(
          RSA_SHA256, SHA256, EXCLUSIVE, List.of("#body", "#time"), List.of(), Form.Naming.TOKEN);

  private static final String ENVELOPE =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
          xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
          xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
        <soap:Header><w:Security soap:mustUnderstand="1">
          <u:Timestamp u:Id="time"><u:Created>%s</u:Created></u:Timestamp>
        </w:Security></soap:Header>
        <soap:Body u:Id="body">
          %s
        </soap:Body>
      </soap:Envelope>
      """;

  private static final String SAME =
      """
      <x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform">
        <x:template match="/"><x:copy-of select="."/></x:template>
      </x:stylesheet>
      """;

  private final PrivateKey key;
  private final X509Certificate certificate;

  private MessageSigner(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** The signer of a name, whose certificate is not registered yet. */
  public static MessageSigner of(RunningSystem system, String name) throws Exception {
    KeyStore keys = system.clientKeys(name);
    return new MessageSigner(
        (PrivateKey) keys.getKey("client", system.clientPassword().toCharArray()),
        (X509Certificate) keys.getCertificate("client"));
  }

  /** The signer of a name, whose certificate stands for an account. */
  public static MessageSigner of(RunningSystem system, String name, String account)
      throws Exception {
    MessageSigner signer = of(system, name);
    Api api = new Api(system);
    HttpResponse<String> answer =
        api.send(api.account("admin"), "POST", "certificates", registration(account, signer.pem()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return signer;
  }

  /** What registers a certificate over REST. */
  public static String registration(String account, String pem) {
    return "{\"account\":\"%s\",\"certificate\":\"%s\"}"
        .formatted(account, pem.replace("\n", "\\n"));
  }

  /** The certificate as text. */
  public String pem() throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** The key as text (PKCS #8). */
  String keyPem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** A deposit that nobody has sent before, signed. */
  public String deposit() throws Exception {
    return sign(unsigned(deposit("signed " + UUID.randomUUID()), now()), USUAL);
  }

  /** Hands a message over at a node, without a password. */
  public static HttpResponse<String> send(RunningSystem node, String message)
      throws IOException, InterruptedException {
    return node.client()
        .send(
            HttpRequest.newBuilder(node.httpsUri().resolve("soap/deposit"))
                .header("Content-Type", SoapClient.XML11)
                .POST(BodyPublishers.ofString(message))
                .build(),
            BodyHandlers.ofString());
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The shortest deposit with a headline of its own, as it stands in a body. */
  static String deposit(String headline) throws IOException {
    String example = SoapClient.example("depositBriefing/shortest.xml");
    return example
        .substring(example.indexOf("<DepositBriefing"), example.indexOf("</soap:Body>"))
        .replace("A statement", headline)
        .strip();
  }

  static String unsigned(String content, String created) {
    return ENVELOPE.formatted(created, content);
  }

  String sign(String envelope, Form form) throws Exception {
    Document document = parse(envelope);
    Element security = first(document, WSSE, "Security");
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
    C14NMethodParameterSpec none = null;
    List<Transform> transforms = new ArrayList<>();
    for (String algorithm :
        form.transforms().isEmpty() ? List.of(form.canonical()) : form.transforms()) {
      transforms.add(factory.newTransform(algorithm, parameters(algorithm)));
    }
    List<Reference> references = new ArrayList<>();
    for (String uri : form.references()) {
      references.add(
          factory.newReference(
              uri, factory.newDigestMethod(form.digest(), null), transforms, null, null));
    }
    SignedInfo info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(form.canonical(), none),
            factory.newSignatureMethod(form.signature(), null),
            references);
    DOMSignContext context = new DOMSignContext(key, security);
    context.setDefaultNamespacePrefix("ds");
    context.setIdAttributeNS(first(document, SoapClient.SOAP11, "Body"), WSU, "Id");
    context.setIdAttributeNS(first(document, WSU, "Timestamp"), WSU, "Id");
    context.setURIDereferencer(elsewhereToo(factory.getURIDereferencer()));
    factory.newXMLSignature(info, named(factory, security, form.naming())).sign(context);
    return text(document);
  }

  // What is nowhere in the message can be signed too: whoever signs decides what it is.
  private static URIDereferencer elsewhereToo(URIDereferencer here) {
    return (reference, context) ->
        reference.getURI().isEmpty() || reference.getURI().matches("#.+")
            ? here.dereference(reference, context)
            : new OctetStreamData(new ByteArrayInputStream("<elsewhere/>".getBytes(UTF_8)));
  }

  // All of them leave what is signed as it is.
  private static @Nullable TransformParameterSpec parameters(String algorithm) throws Exception {
    return switch (algorithm) {
      case Transform.XPATH -> new XPathFilterParameterSpec("true()");
      case Transform.XPATH2 ->
          new XPathFilter2ParameterSpec(List.of(new XPathType("/", XPathType.Filter.INTERSECT)));
      case Transform.XSLT ->
          new XSLTTransformParameterSpec(new DOMStructure(parse(SAME).getDocumentElement()));
      default -> null;
    };
  }

  private KeyInfo named(XMLSignatureFactory factory, Element security, Form.Naming naming)
      throws Exception {
    Document document = security.getOwnerDocument();
    Element reference = document.createElementNS(WSSE, "w:SecurityTokenReference");
    if (naming == Form.Naming.TOKEN) {
      Element token = document.createElementNS(WSSE, "w:BinarySecurityToken");
      token.setAttributeNS(WSU, "u:Id", "token");
      token.setAttributeNS(null, "ValueType", X509 + "#X509v3");
      token.setTextContent(Base64.getEncoder().encodeToString(certificate.getEncoded()));
      security.insertBefore(token, security.getFirstChild());
      Element direct = document.createElementNS(WSSE, "w:Reference");
      direct.setAttributeNS(null, "URI", "#token");
      reference.appendChild(direct);
    } else if (naming == Form.Naming.ISSUER_AND_SERIAL) {
      reference.appendChild(issuerAndSerial(document));
    } else {
      Element identifier = document.createElementNS(WSSE, "w:KeyIdentifier");
      identifier.setAttributeNS(null, "ValueType", naming.type());
      identifier.setTextContent(Base64.getEncoder().encodeToString(naming.of(certificate)));
      reference.appendChild(identifier);
    }
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }

  private Element issuerAndSerial(Document document) {
    Element issuer = document.createElementNS(DS, "ds:X509IssuerName");
    issuer.setTextContent(certificate.getIssuerX500Principal().getName());
    Element serial = document.createElementNS(DS, "ds:X509SerialNumber");
    serial.setTextContent("" + certificate.getSerialNumber());
    Element both = document.createElementNS(DS, "ds:X509IssuerSerial");
    both.appendChild(issuer);
    both.appendChild(serial);
    Element data = document.createElementNS(DS, "ds:X509Data");
    data.appendChild(both);
    return data;
  }

  static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  static Element first(Node within, String namespace, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagNameNS(namespace, name)
            : ((Element) within).getElementsByTagNameNS(namespace, name);
    return (Element) found.item(0);
  }

  static String text(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  /**
   * How a message is signed.
   *
   * @param references what is signed
   * @param transforms what is done to it before; none: it is canonicalised alone
   * @param naming how the certificate is named
   */
  record Form(
      String signature,
      String digest,
      String canonical,
      List<String> references,
      List<String> transforms,
      Naming naming) {

    Form signature(String algorithm) {
      return new Form(algorithm, digest, canonical, references, transforms, naming);
    }

    Form digest(String algorithm) {
      return new Form(signature, algorithm, canonical, references, transforms, naming);
    }

    Form canonical(String algorithm) {
      return new Form(signature, digest, algorithm, references, transforms, naming);
    }

    Form references(String... uris) {
      return new Form(signature, digest, canonical, List.of(uris), transforms, naming);
    }

    Form transforms(String... algorithms) {
      return new Form(signature, digest, canonical, references, List.of(algorithms), naming);
    }

    Form naming(Naming other) {
      return new Form(signature, digest, canonical, references, transforms, other);
    }

    /** How a signature names the certificate of its signer. */
    enum Naming {
      TOKEN,
      CERTIFICATE,
      KEY,
      THUMBPRINT,
      ISSUER_AND_SERIAL;

      String type() {
        return switch (this) {
          case TOKEN, CERTIFICATE, ISSUER_AND_SERIAL -> X509 + "#X509v3";
          case KEY -> X509 + "#X509SubjectKeyIdentifier";
          case THUMBPRINT ->
              "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";
        };
      }

      byte[] of(X509Certificate certificate) throws Exception {
        return switch (this) {
          case TOKEN, CERTIFICATE, ISSUER_AND_SERIAL -> certificate.getEncoded();
          case KEY -> {
            byte[] extension = certificate.getExtensionValue("2.5.29.14");
            yield Arrays.copyOfRange(extension, 4, extension.length);
          }
          case THUMBPRINT -> MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
        };
      }
    }
  }
}
