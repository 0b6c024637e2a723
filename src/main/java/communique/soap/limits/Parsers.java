package communique.soap.limits;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Makes parsers that read no document type and nothing but the message, find the encoding out from
 * the XML where nobody tells it, and forget each message: what Woodstox would keep of the names in
 * it, to be faster with the next, anybody could fill the memory with.
 */
final class Parsers extends WstxInputFactory {
  Parsers() {
    setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, XmlLimits.ATTRIBUTES);
    setProperty(XMLInputFactory.SUPPORT_DTD, false);
    setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing but the message is read");
        });
  }

  @Override
  public synchronized void updateSymbolTable(SymbolTable learned) {
    // Nothing is learned.
  }
}
