package communique.export;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML element by element; everything is escaped. */
final class XmlOutput {
  private static final XMLOutputFactory FACTORY = factory();

  private final XMLStreamWriter xml;

  private XmlOutput(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** A document in UTF-8. */
  static byte[] document(Consumer<XmlOutput> content) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + fragment(content) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A part of a document. */
  static String fragment(Consumer<XmlOutput> content) {
    StringWriter text = new StringWriter(4096);
    attempt(
        () -> {
          XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
          content.accept(new XmlOutput(writer));
          writer.flush();
        });
    return text.toString();
  }

  /** Opens an element, whose attributes follow. */
  XmlOutput open(String name) {
    attempt(() -> xml.writeStartElement(name));
    return this;
  }

  /** Opens an element from which on names without a prefix are of a namespace. */
  XmlOutput open(String name, String namespace) {
    attempt(
        () -> {
          xml.setDefaultNamespace(namespace);
          xml.writeStartElement(name);
          xml.writeDefaultNamespace(namespace);
        });
    return this;
  }

  /** An element that never has content. */
  XmlOutput single(String name) {
    attempt(() -> xml.writeEmptyElement(name));
    return this;
  }

  /** An attribute of the element just opened, unless it has no value. */
  XmlOutput attribute(String name, @Nullable Object value) {
    if (value != null) {
      attempt(() -> xml.writeAttribute(name, XmlText.clean(value.toString())));
    }
    return this;
  }

  /** Its attribute {@code xml:lang}. */
  XmlOutput language(Object tag) {
    attempt(
        () -> xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "" + tag));
    return this;
  }

  XmlOutput text(String text) {
    attempt(() -> xml.writeCharacters(XmlText.clean(text)));
    return this;
  }

  XmlOutput close() {
    attempt(xml::writeEndElement);
    return this;
  }

  /** An element with nothing but text, unless there is none. */
  XmlOutput element(String name, @Nullable Object text) {
    return text == null ? this : open(name).text(text.toString()).close();
  }

  // An element without content keeps its end tag: readers of HTML take <td/> for an opened one.
  private static XMLOutputFactory factory() {
    XMLOutputFactory factory = XMLOutputFactory.newFactory();
    String property = "org.codehaus.stax2.automaticEmptyElements";
    if (factory.isPropertySupported(property)) {
      factory.setProperty(property, false);
    }
    return factory;
  }

  private static void attempt(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory could not be written", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }
}
