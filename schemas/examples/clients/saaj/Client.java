import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.xml.soap.AttachmentPart;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.MimeHeaders;
import jakarta.xml.soap.SOAPConnection;
import jakarta.xml.soap.SOAPConnectionFactory;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * Hands a briefing with a photo over, corrects it and reads it back, with messages made by hand
 * (SAAJ) and a WS-Security UsernameToken.
 */
final class Client {
  private static final String ARCHIVE = "urn:communique:archive:1";
  private static final String XOP = "http://www.w3.org/2004/08/xop/include";
  private static final String SECURITY =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String PASSWORD_TEXT =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
  private static final String KEY = "saaj-" + System.nanoTime();

  private final SOAPConnection connection = SOAPConnectionFactory.newInstance().createConnection();

  private Client() throws SOAPException {}

  /** An element of the archive's namespace below another. */
  private static SOAPElement add(SOAPElement parent, String name) throws SOAPException {
    return parent.addChildElement(new QName(ARCHIVE, name));
  }

  /** An element with a text. */
  private static void add(SOAPElement parent, String name, String text) throws SOAPException {
    add(parent, name).addTextNode(text);
  }

  /** The text of the first element of a name. */
  private static String value(Element in, String name) {
    return in.getElementsByTagNameNS(ARCHIVE, name).item(0).getTextContent();
  }

  private static SOAPMessage message() throws SOAPException {
    return MessageFactory.newInstance().createMessage();
  }

  private static SOAPElement body(SOAPMessage message, String operation) throws SOAPException {
    return message.getSOAPBody().addBodyElement(new QName(ARCHIVE, operation));
  }

  private static void logIn(SOAPMessage message) throws SOAPException {
    SOAPElement security = message.getSOAPHeader().addHeaderElement(new QName(SECURITY, "Security"));
    SOAPElement token = security.addChildElement(new QName(SECURITY, "UsernameToken"));
    token
        .addChildElement(new QName(SECURITY, "Username"))
        .addTextNode(System.getenv("COMMUNIQUE_USER"));
    token
        .addChildElement(new QName(SECURITY, "Password"))
        .addAttribute(new QName("Type"), PASSWORD_TEXT)
        .addTextNode(System.getenv("COMMUNIQUE_PASSWORD"));
  }

  /** Sends a message; what comes back is an answer or a fault. */
  private SOAPMessage send(String service, SOAPMessage message) throws Exception {
    logIn(message);
    message.getMimeHeaders().setHeader("SOAPAction", "\"\"");
    if (message.countAttachments() > 0) {
      asMtom(message);
    }
    URI address = URI.create(System.getenv("COMMUNIQUE_URL") + "/soap/" + service);
    return connection.call(message, address.toURL());
  }

  /** The answer to a message. */
  private Element ask(String service, SOAPMessage message) throws Exception {
    SOAPMessage answer = send(service, message);
    if (answer.getSOAPBody().hasFault()) {
      throw new IllegalStateException(answer.getSOAPBody().getFault().getFaultString());
    }
    return answer.getSOAPBody();
  }

  // SAAJ sends attachments as parts, but does not say that it is MTOM.
  private static void asMtom(SOAPMessage message) throws SOAPException {
    message
        .getSOAPPart()
        .setMimeHeader("Content-Type", "application/xop+xml; charset=utf-8; type=\"text/xml\"");
    message.saveChanges();
    MimeHeaders headers = message.getMimeHeaders();
    String type = headers.getHeader("Content-Type")[0];
    headers.setHeader(
        "Content-Type",
        type.replace("type=\"text/xml\"", "type=\"application/xop+xml\"; start-info=\"text/xml\""));
  }

  private Element attach(Path photo) throws Exception {
    SOAPMessage message = message();
    SOAPElement attach = body(message, "AttachMedia");
    add(attach, "ContentType", "image/jpeg");
    add(attach, "Content")
        .addChildElement(new QName(XOP, "Include", "xop"))
        .addAttribute(new QName("href"), "cid:photo");
    AttachmentPart part =
        message.createAttachmentPart(new DataHandler(new FileDataSource(photo.toFile())));
    part.setContentId("<photo>");
    message.addAttachmentPart(part);
    return ask("deposit", message);
  }

  /** Elements in the order of the contract; a further one is the reason for a change. */
  private static void edition(
      SOAPElement parent, String step, String text, String email, String sha256, String... reason)
      throws SOAPException {
    SOAPElement edition = add(parent, "Edition");
    // The same again with the same reference gives the same receipt: safe after a time-out.
    add(edition, "DepositorReference", KEY + "/" + step);
    add(edition, "Language", "de");
    SOAPElement content = add(edition, "Content");
    add(content, "Section", "Außenpolitik");
    add(add(content, "Issued"), "Date", "2026-03-17");
    SOAPElement byline = add(add(content, "Bylines"), "Byline");
    add(byline, "Name", "Tomas Reuter");
    add(byline, "Role", "Von");
    add(byline, "Email", email);
    add(add(content, "Contact"), "Email", "press@president.valdoria.example");
    SOAPElement block = add(add(content, "Body"), "Block");
    add(block, "Type", "paragraph");
    add(add(add(block, "Text"), "Span"), "Text", text);
    SOAPElement placement = add(add(content, "Media"), "Placement");
    add(placement, "Role", "photo");
    add(placement, "Caption", "Präsidentin Elena Varga am Telefon, Lindhaven, 16. März");
    add(placement, "Credit", "Präsidentschaft von Valdorien");
    SOAPElement file = add(placement, "File");
    add(file, "ContentType", "image/jpeg");
    add(file, "Sha256", sha256);
    add(add(content, "Keywords"), "Keyword", KEY);
    for (String why : reason) {
      add(content, "ReasonForChange", why);
    }
  }

  private static SOAPMessage deposit(String step, String text, String email, String sha256)
      throws SOAPException {
    SOAPMessage message = message();
    SOAPElement deposit = body(message, "DepositBriefing");
    add(deposit, "Office", "XV-PRES");
    add(deposit, "Kind", "readOut");
    add(deposit, "EventDate", "2026-03-16");
    edition(deposit, step, text, email, sha256);
    return message;
  }

  /** A question with one value. */
  private Element ask(String operation, String name, String value) throws Exception {
    SOAPMessage message = message();
    add(body(message, operation), name, value);
    return ask("retrieval", message);
  }

  /** What was taken in is found a moment later. */
  private String find(String briefing) throws Exception {
    for (int i = 0; i < 50; i++) {
      Element answer = ask("SearchBriefings", "Query", '"' + KEY + '"');
      if (!value(answer, "Total").equals("0") && value(answer, "BriefingId").equals(briefing)) {
        return briefing;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not found");
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("not as it was handed over");
    }
  }

  /**
   * @param arguments the photo; the environment has COMMUNIQUE_URL, _USER and _PASSWORD
   */
  public static void main(String[] arguments) throws Exception {
    Client client = new Client();
    Path photo = Path.of(arguments[0]);
    String text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
    String longer = text + " Beide Gespräche dauerten eine Stunde.";
    String email = "t.reuter@president.valdoria.example";

    String sha256 = value(client.attach(photo), "Sha256");
    Element receipt = client.ask("deposit", deposit("1", text, email, sha256));
    String briefing = value(receipt, "BriefingId");
    System.out.println("briefing " + briefing);

    SOAPMessage message = message();
    SOAPElement correct = body(message, "CorrectBriefing");
    add(correct, "BriefingId", briefing);
    add(correct, "ExpectedVersion", value(receipt, "Version"));
    add(correct, "Significance", "minor");
    edition(correct, "2", longer, email, sha256, "Dauer ergänzt");
    client.ask("deposit", message);

    Element read = client.ask("GetBriefing", "BriefingId", briefing);
    check(value(read, "Span").equals(longer));
    System.out.println("version " + value(read, "Version"));
    System.out.println("found " + client.find(briefing));
    // In base64, since this request does not come as MTOM.
    String content = value(client.ask("GetMedia", "Sha256", value(read, "Sha256")), "Content");
    check(Arrays.equals(Base64.getMimeDecoder().decode(content), Files.readAllBytes(photo)));
    System.out.println("media " + value(read, "Sha256"));

    SOAPMessage fault = client.send("deposit", deposit("3", text, "keine Adresse", sha256));
    Element why = fault.getSOAPBody().getFault().getDetail();
    System.out.printf(
        "refused %s %s: %s%n", value(why, "Reason"), value(why, "Field"), value(why, "Rule"));
  }
}
