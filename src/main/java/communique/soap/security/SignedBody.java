package communique.soap.security;

import communique.briefing.Refusal;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.staxutils.StaxUtils;
import org.w3c.dom.Element;

/**
 * Reads the body of a signed message whole, as only then it can be told whether it is what was
 * signed. The limits of streamed messages hold here too: it is the same reader that reads.
 */
final class SignedBody {
  private SignedBody() {}

  /**
   * Reads the message to its end. From then on the body is read from memory: what is verified is
   * what is carried out.
   *
   * @throws Refusal when something comes after the body, or an identity comes twice
   */
  static void read(SoapMessage message, Envelope envelope, SignedParts parts) {
    XMLStreamReader reader = message.getContent(XMLStreamReader.class);
    if (reader == null) {
      throw Rejected.because("Signature", "must be in a message with a body", "");
    }
    try {
      StaxUtils.readDocElements(envelope.document(), envelope.body(), reader, false, false, false);
      mustEnd(reader);
      parts.mustBeUnique();
      message.setContent(XMLStreamReader.class, inside(envelope.body()));
    } catch (XMLStreamException e) {
      throw new Fault(e);
    }
  }

  private static void mustEnd(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        throw Rejected.because("Signature", "must be in a message that ends with its Body", "");
      }
    }
  }

  // Where the reader stood: behind the start of the body.
  private static XMLStreamReader inside(Element body) throws XMLStreamException {
    XMLStreamReader reader = StaxUtils.createXMLStreamReader(body);
    while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
      reader.next();
    }
    reader.next();
    return reader;
  }
}
