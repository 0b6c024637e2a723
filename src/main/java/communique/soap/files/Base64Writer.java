package communique.soap.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;

/** A writer that fills the element {@code Content} with a content in base64, piece by piece. */
final class Base64Writer extends DelegatingXMLStreamWriter {
  /** A multiple of three, so that only the last piece is padded. */
  private static final int PIECE = 48 * 1024;

  private final Content content;
  private boolean isWithin;

  Base64Writer(XMLStreamWriter writer, Content content) {
    super(writer);
    this.content = content;
  }

  @Override
  public void writeStartElement(String prefix, String name, String namespace)
      throws XMLStreamException {
    super.writeStartElement(prefix, name, namespace);
    isWithin = name.equals("Content");
  }

  @Override
  public void writeEndElement() throws XMLStreamException {
    if (isWithin) {
      isWithin = false;
      write();
    }
    super.writeEndElement();
  }

  private void write() throws XMLStreamException {
    try (InputStream in = content.getInputStream()) {
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        delegate.writeCharacters(
            new String(Base64.getEncoder().encode(piece), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new XMLStreamException("a content could not be read", e);
    }
  }
}
