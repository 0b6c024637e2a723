package communique.feeds;

import communique.briefing.Block;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Publication;
import communique.briefing.Span;
import communique.briefing.Version;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of a version as XHTML that is HTML too. Only elements and attributes named here
 * come out, all else is escaped text: nothing that an office says can become mark-up.
 */
final class Markup {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;
  private final Version version;
  private final Function<Digest, String> media;

  private Markup(XMLStreamWriter xml, Version version, Function<Digest, String> media) {
    this.xml = xml;
    this.version = version;
    this.media = media;
  }

  /**
   * Writes a {@code div} with all of the text.
   *
   * @param media the address of a file
   */
  static void write(XMLStreamWriter xml, Publication shown, Function<Digest, String> media)
      throws XMLStreamException {
    xml.writeStartElement("div");
    xml.writeDefaultNamespace(XHTML);
    new Markup(xml, shown.version(), media).body(shown.note());
    xml.writeEndElement();
  }

  /** The same as HTML in a string. */
  static String html(Publication shown, Function<Digest, String> media) throws XMLStreamException {
    StringWriter html = new StringWriter();
    XMLStreamWriter xml = WRITERS.createXMLStreamWriter(html);
    xml.writeStartElement("div");
    new Markup(xml, shown.version(), media).body(shown.note());
    xml.writeEndElement();
    xml.close();
    return html.toString();
  }

  private void body(@Nullable String note) throws XMLStreamException {
    xml.writeAttribute("lang", version.language().tag());
    xml.writeAttribute("dir", version.language().rightToLeft() ? "rtl" : "ltr");
    if (note != null) {
      xml.writeStartElement("p");
      xml.writeAttribute("role", "note");
      element("em", note);
      xml.writeEndElement();
    }
    String subheadline = version.content().subheadline();
    if (subheadline != null) {
      xml.writeStartElement("p");
      element("strong", subheadline);
      xml.writeEndElement();
    }
    for (Block block : version.content().body().blocks()) {
      block(block);
    }
  }

  private void block(Block block) throws XMLStreamException {
    // A pattern switch needs a newer Java; what is added to the sealed type fails here.
    if (block instanceof Block.Paragraph paragraph) {
      spans("p", paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      spans("h" + (heading.level() + 1), heading.text());
    } else if (block instanceof Block.Quotation quotation) {
      xml.writeStartElement("blockquote");
      spoken(quotation.speaker(), quotation.text());
      xml.writeEndElement();
    } else if (block instanceof Block.Question question) {
      spoken(question.speaker(), question.text());
    } else if (block instanceof Block.Answer answer) {
      spoken(answer.speaker(), answer.text());
    } else if (block instanceof Block.Enumeration list) {
      xml.writeStartElement(list.ordered() ? "ol" : "ul");
      for (List<Span> item : list.items()) {
        spans("li", item);
      }
      xml.writeEndElement();
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Illustration illustration) {
      figure(version.content().placements().get(illustration.placement() - 1));
    } else {
      throw new IllegalStateException("a block that is not known: " + block.getClass());
    }
  }

  private void table(Block.Table table) throws XMLStreamException {
    xml.writeStartElement("table");
    for (List<List<Span>> row : table.rows()) {
      xml.writeStartElement("tr");
      for (List<Span> cell : row) {
        spans("td", cell);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void figure(Placement placement) throws XMLStreamException {
    xml.writeStartElement("figure");
    MediaFile file = placement.file();
    if (file != null && file.type().startsWith("image/")) {
      xml.writeEmptyElement("img");
      xml.writeAttribute("src", media.apply(file.sha256()));
      String words = placement.alternativeText();
      xml.writeAttribute("alt", words == null ? "" : words);
    }
    String caption = placement.caption();
    String credit = placement.credit();
    if (caption != null || credit != null) {
      xml.writeStartElement("figcaption");
      xml.writeCharacters(caption == null ? "" : caption);
      if (credit != null) {
        xml.writeCharacters(caption == null ? "" : " ");
        element("small", credit);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void spoken(@Nullable String speaker, List<Span> text) throws XMLStreamException {
    xml.writeStartElement("p");
    if (speaker != null) {
      element("strong", speaker + ":");
      xml.writeCharacters(" ");
    }
    for (Span span : text) {
      span(span);
    }
    xml.writeEndElement();
  }

  private void spans(String element, List<Span> text) throws XMLStreamException {
    xml.writeStartElement(element);
    for (Span span : text) {
      span(span);
    }
    xml.writeEndElement();
  }

  private void span(Span span) throws XMLStreamException {
    URI link = span.link();
    if (link != null) {
      xml.writeStartElement("a");
      xml.writeAttribute("href", link.toString());
    }
    Span.Emphasis emphasis = span.emphasis();
    if (emphasis == null) {
      xml.writeCharacters(span.text());
    } else {
      element(emphasis == Span.Emphasis.STRONG ? "strong" : "em", span.text());
    }
    if (link != null) {
      xml.writeEndElement();
    }
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
