package communique.soap.calls;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Notes what of a SOAP body passes through it, and where it cannot be read any further. */
final class NotingReader extends StreamReaderDelegate {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final Transcript notes;

  /**
   * @param body stands at the begin of what the SOAP body has in it
   */
  NotingReader(XMLStreamReader body, Transcript notes) {
    super(body);
    this.notes = notes;
    note(getEventType());
  }

  @Override
  public int next() throws XMLStreamException {
    int event;
    try {
      event = super.next();
    } catch (XMLStreamException e) {
      notes.broken(e.getLocation());
      throw e;
    }
    note(event);
    return event;
  }

  private void note(int event) {
    switch (event) {
      case START_ELEMENT ->
          notes.start(getNamespaceURI(), getLocalName(), getAttributeValue(XSI, "type"));
      case END_ELEMENT -> notes.end();
      case CHARACTERS, CDATA, SPACE ->
          notes.text(getTextCharacters(), getTextStart(), getTextLength());
      default -> {
        // Comments and the like say nothing.
      }
    }
  }
}
