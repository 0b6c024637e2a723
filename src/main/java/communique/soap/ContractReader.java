package communique.soap;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * A reader of a SOAP body that checks what passes through it: one element that is an operation of
 * the service, valid by the schema, with attachments of the same message only (XOP). What the
 * schema does not allow is noted and passed on, so that all of it can be told at once. The content
 * of files is passed on unseen, be it in the message or beside it.
 */
final class ContractReader extends StreamReaderDelegate {
  private static final String XOP = "http://www.w3.org/2004/08/xop/include";
  private static final String CID = "cid:";

  private final ValidatorHandler validator;
  private final Set<String> operations;
  private final ElementPath path = new ElementPath();
  private final BrokenRule broken = new BrokenRule(path);
  private final List<String> attachments = new ArrayList<>();
  private String operation = "";

  /**
   * @param body stands at the begin of what the SOAP body has in it
   * @param operations the names of the elements that may stand there
   */
  ContractReader(XMLStreamReader body, ValidatorHandler validator, Set<String> operations)
      throws XMLStreamException {
    super(body);
    this.validator = validator;
    this.operations = operations;
    validator.setErrorHandler(broken);
    check(getEventType());
  }

  /** The name of the operation; empty before it was read. */
  String operation() {
    return operation;
  }

  /** The content ids of the attachments that the body has named so far. */
  List<String> attachments() {
    return attachments;
  }

  /** The rules of the schema that the body has broken so far. */
  List<Violation> broken() {
    return broken.all();
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    check(event);
    return event;
  }

  private void check(int event) throws XMLStreamException {
    try {
      switch (event) {
        case START_ELEMENT -> start();
        case END_ELEMENT -> end();
        case CHARACTERS, CDATA, SPACE -> characters();
        default -> {
          // Comments and the like say nothing.
        }
      }
    } catch (SAXException e) {
      throw new XMLStreamException(e);
    }
  }

  private void start() throws SAXException {
    if (path.isEmpty()) {
      begin();
    }
    path.enter(getLocalName());
    if (XOP.equals(getNamespaceURI())) {
      attach();
    } else {
      declare();
      validator.startElement(namespace(), getLocalName(), getLocalName(), attributes());
    }
  }

  private void begin() throws SAXException {
    boolean known = Contract.NAMESPACE.equals(getNamespaceURI());
    if (!operation.isEmpty() || !known || !operations.contains(getLocalName())) {
      throw notOne(getName().toString());
    }
    operation = getLocalName();
    validator.startDocument();
  }

  private Refusal notOne(String found) {
    String names = String.join(" or ", operations.stream().sorted().toList());
    String rule =
        "the body must have one element: " + names + " of the namespace " + Contract.NAMESPACE;
    return new Refusal(Reason.MALFORMED, "", rule, found);
  }

  private void end() throws SAXException {
    // The end of the SOAP body itself comes by too.
    if (path.isEmpty()) {
      if (operation.isEmpty()) {
        throw notOne("");
      }
      return;
    }
    if (!XOP.equals(getNamespaceURI())) {
      validator.endElement(namespace(), getLocalName(), getLocalName());
    }
    path.leave();
    if (path.isEmpty()) {
      validator.endDocument();
    }
  }

  private void characters() throws SAXException {
    if (!path.isEmpty() && !isFile()) {
      path.text(getTextCharacters(), getTextStart(), getTextLength());
      validator.characters(getTextCharacters(), getTextStart(), getTextLength());
    }
  }

  private boolean isFile() {
    return path.endsWith("File", "Content") || path.endsWith("AttachMedia", "Content");
  }

  private void attach() {
    String href = getAttributeValue(null, "href");
    if (href == null || !href.startsWith(CID) || !path.endsWith("Content", "Include")) {
      throw new Refusal(
          Reason.MALFORMED, path.toString(), "must name a part of the same message", "" + href);
    }
    attachments.add(href.substring(CID.length()));
  }

  private void declare() throws SAXException {
    for (int i = 0; i < getNamespaceCount(); i++) {
      String prefix = getNamespacePrefix(i);
      String uri = getNamespaceURI(i);
      validator.startPrefixMapping(prefix == null ? "" : prefix, uri == null ? "" : uri);
    }
  }

  private Attributes attributes() {
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < getAttributeCount(); i++) {
      String namespace = getAttributeNamespace(i);
      String name = getAttributeLocalName(i);
      attributes.addAttribute(
          namespace == null ? "" : namespace, name, name, "CDATA", getAttributeValue(i));
    }
    return attributes;
  }

  private String namespace() {
    String namespace = getNamespaceURI();
    return namespace == null ? "" : namespace;
  }
}
