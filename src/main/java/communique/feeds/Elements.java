package communique.feeds;

import communique.export.XmlText;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document element by element, straight to where it goes. */
final class Elements implements AutoCloseable {
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;

  Elements(OutputStream to) throws XMLStreamException {
    xml = WRITERS.createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
  }

  /** Begins an element; its attributes are names and values by turns. */
  void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** An element with text. */
  void text(String name, String text, String... attributes) throws XMLStreamException {
    start(name, attributes);
    xml.writeCharacters(XmlText.clean(text));
    end();
  }

  /** An element without content. */
  void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], XmlText.clean(attributes[i + 1]));
    }
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
  }
}
