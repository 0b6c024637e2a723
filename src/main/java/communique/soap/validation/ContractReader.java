package communique.soap.validation;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.soap.description.Contract;
import communique.soap.limits.Base64Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A reader of a SOAP body that checks what passes through it: one element that is an operation of
 * the service, valid by the schema, with attachments of the same message only (XOP). What the
 * schema does not allow is noted and passed on, so that all of it can be told at once. The content
 * of files is passed on unseen, be it in the message or beside it.
 */
public final class ContractReader extends StreamReaderDelegate {
  private static final String XOP = "http://www.w3.org/2004/08/xop/include";
  private static final String CID = "cid:";
  private static final Pattern NAMED_PART = Pattern.compile("cid:([^%]|%[0-9A-Fa-f]{2})+");

  /** In which a validator speaks; it would take the server's own language. */
  private static final String LANGUAGE = "http://apache.org/xml/properties/locale";

  private static final QName TYPE = new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");

  private final ValidatorHandler validator;
  private final Set<String> codes;
  private final Set<String> operations;
  private final ElementPath path = new ElementPath();
  private final BrokenRule broken = new BrokenRule(path, this::line);
  private final Map<String, String> attachments = new LinkedHashMap<>();
  private Base64Form base64 = new Base64Form();
  private String operation = "";
  private @Nullable CodeText code;
  private char @Nullable [] word;
  private boolean written;
  private boolean attached;
  private boolean misspelled;

  /**
   * @param body stands at the begin of what the SOAP body has in it
   * @param codes the names of the types around whose values white space says nothing
   * @param operations the names of the elements that may stand there
   */
  ContractReader(
      XMLStreamReader body, ValidatorHandler validator, Set<String> codes, Set<String> operations)
      throws XMLStreamException {
    super(body);
    this.validator = validator;
    this.codes = codes;
    this.operations = operations;
    try {
      validator.setProperty(LANGUAGE, Locale.ROOT);
    } catch (SAXException e) {
      throw new XMLStreamException(e);
    }
    validator.setErrorHandler(broken);
    validator.setContentHandler(new Typed());
    check(getEventType());
  }

  /** The name of the operation; empty before it was read. */
  public String operation() {
    return operation;
  }

  /** The fields that the body has attachments for so far, by the content ids that it names. */
  public Map<String, String> attachments() {
    return Collections.unmodifiableMap(attachments);
  }

  /** The rules of the schema that the body has broken so far. */
  public List<Violation> broken() {
    return broken.all();
  }

  /** The line of the envelope in which the first of these was broken; 0 when none was. */
  public int firstLine() {
    return broken.firstLine();
  }

  private int line() {
    return getLocation().getLineNumber();
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    word = null;
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
    if (broken.isFull()) {
      throw new Refusal(broken.all());
    }
  }

  private void start() throws SAXException {
    if (path.isEmpty()) {
      begin();
    }
    path.enter(getLocalName());
    code = null;
    if (isFile()) {
      written = false;
      attached = false;
      base64 = new Base64Form();
      misspelled = false;
    }
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
    if (isFile() && !misspelled && !base64.isWhole()) {
      notBase64("");
    }
    if (!XOP.equals(getNamespaceURI())) {
      validator.endElement(namespace(), getLocalName(), getLocalName());
    }
    path.leave();
    code = null;
    if (path.isEmpty()) {
      validator.endDocument();
    }
  }

  private void characters() throws SAXException {
    if (isFile()) {
      content();
    } else if (!path.isEmpty()) {
      if (code != null) {
        word = code.next(super.getText()).toCharArray();
      }
      path.text(getTextCharacters(), getTextStart(), getTextLength());
      validator.characters(getTextCharacters(), getTextStart(), getTextLength());
    }
  }

  /** Of a word of the contract without the white space around it, as are the others. */
  @Override
  public String getText() {
    return word == null ? super.getText() : new String(word);
  }

  @Override
  public char[] getTextCharacters() {
    return word == null ? super.getTextCharacters() : word;
  }

  @Override
  public int getTextStart() {
    return word == null ? super.getTextStart() : 0;
  }

  @Override
  public int getTextLength() {
    return word == null ? super.getTextLength() : word.length;
  }

  private boolean isFile() {
    return path.endsWith("File", "Content") || path.endsWith("AttachMedia", "Content");
  }

  private void attach() {
    String href = getAttributeValue(null, "href");
    if (href == null || !NAMED_PART.matcher(href).matches()) {
      throw misplaced("must name a part of the same message", "" + href);
    }
    if (written || attached || !path.endsWith("Content", "Include")) {
      throw misplaced("must be the whole content of a file", href);
    }
    attached = true;
    attachments.putIfAbsent(href.substring(CID.length()), path.parent());
  }

  // A file is either here or beside the message; white space around it says nothing.
  private void content() {
    if (!written && !isWhiteSpace()) {
      if (attached) {
        throw misplaced("must be the whole content of a file", "");
      }
      written = true;
    }
    char[] text = getTextCharacters();
    int end = getTextStart() + getTextLength();
    for (int i = getTextStart(); i < end && !misspelled; i++) {
      if (!base64.accepts(text[i])) {
        notBase64(Character.toString(text[i]));
      }
    }
  }

  private void notBase64(String value) {
    misspelled = true;
    broken.note(Reason.BAD_FORMAT, "must be base64", value);
  }

  private Refusal misplaced(String rule, String value) {
    return new Refusal(Reason.MALFORMED, path.toString(), rule, value);
  }

  private void declare() throws SAXException {
    for (int i = 0; i < getNamespaceCount(); i++) {
      String prefix = getNamespacePrefix(i);
      String uri = getNamespaceURI(i);
      validator.startPrefixMapping(prefix == null ? "" : prefix, uri == null ? "" : uri);
    }
  }

  // The type that some clients say is in the contract already; there are no others.
  private Attributes attributes() {
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < super.getAttributeCount(); i++) {
      QName name = getAttributeName(i);
      if (!name.equals(TYPE)) {
        String local = name.getLocalPart();
        attributes.addAttribute(
            name.getNamespaceURI(), local, local, "CDATA", getAttributeValue(i));
      }
    }
    return attributes;
  }

  /**
   * None, but of a part that is named: the contract has no attributes, and the schema was asked.
   */
  @Override
  public int getAttributeCount() {
    return XOP.equals(getNamespaceURI()) ? super.getAttributeCount() : 0;
  }

  private String namespace() {
    String namespace = getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** Learns of the validator which type an element has. */
  private final class Typed extends DefaultHandler {
    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      TypeInfo type = validator.getTypeInfoProvider().getElementTypeInfo();
      code = type != null && codes.contains(type.getTypeName()) ? new CodeText() : null;
    }
  }
}
