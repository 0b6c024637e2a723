package communique.soap.calls;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;

/** Notes what is written into the body of a SOAP envelope; its header is left out. */
final class NotingWriter extends DelegatingXMLStreamWriter {
  private static final int IN_ENVELOPE = 1;

  private final Transcript notes;
  private int depth;
  private boolean inBody;

  NotingWriter(XMLStreamWriter writer, Transcript notes) {
    super(writer);
    this.notes = notes;
  }

  @Override
  public void writeStartElement(String prefix, String name, String namespace)
      throws XMLStreamException {
    super.writeStartElement(prefix, name, namespace);
    start(namespace, name);
  }

  @Override
  public void writeStartElement(String namespace, String name) throws XMLStreamException {
    super.writeStartElement(namespace, name);
    start(namespace, name);
  }

  @Override
  public void writeStartElement(String name) throws XMLStreamException {
    super.writeStartElement(name);
    start("", name);
  }

  @Override
  public void writeEmptyElement(String prefix, String name, String namespace)
      throws XMLStreamException {
    super.writeEmptyElement(prefix, name, namespace);
    start(namespace, name);
    end();
  }

  @Override
  public void writeEmptyElement(String namespace, String name) throws XMLStreamException {
    super.writeEmptyElement(namespace, name);
    start(namespace, name);
    end();
  }

  @Override
  public void writeEmptyElement(String name) throws XMLStreamException {
    super.writeEmptyElement(name);
    start("", name);
    end();
  }

  @Override
  public void writeEndElement() throws XMLStreamException {
    super.writeEndElement();
    end();
  }

  @Override
  public void writeCharacters(String text) throws XMLStreamException {
    super.writeCharacters(text);
    text(text.toCharArray(), 0, text.length());
  }

  @Override
  public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
    super.writeCharacters(text, start, length);
    text(text, start, length);
  }

  @Override
  public void writeCData(String text) throws XMLStreamException {
    super.writeCData(text);
    text(text.toCharArray(), 0, text.length());
  }

  private void start(String namespace, String name) {
    if (depth == IN_ENVELOPE) {
      inBody = name.equals("Body");
    } else if (inBody) {
      notes.start(namespace, name, null);
    }
    depth++;
  }

  private void end() {
    depth--;
    if (depth > IN_ENVELOPE && inBody) {
      notes.end();
    }
  }

  private void text(char[] text, int start, int length) {
    if (inBody) {
      notes.text(text, start, length);
    }
  }
}
