package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An envelope with a header, as far as it was read: up to the start of its body. A header and a
 * body elsewhere than in the envelope are not what SOAP says, and might be read by one and
 * overlooked by another.
 *
 * @param header the header
 * @param body the body, of which only the start was read
 * @param version of SOAP
 */
record Envelope(Element header, Element body, SoapVersion version) {

  /**
   * The envelope of a message; null when it has no header.
   *
   * @throws Refusal MALFORMED when it has anything but a header and a body
   */
  static @Nullable Envelope of(SoapMessage message) {
    if (!(message.getContent(Node.class) instanceof Document document)) {
      return null;
    }
    SoapVersion version = message.getVersion();
    List<Element> parts = Elements.of(document.getDocumentElement());
    List<QName> names = parts.stream().map(Elements::name).toList();
    if (!names.equals(List.of(version.getHeader(), version.getBody()))) {
      throw new Refusal(
          Reason.MALFORMED, "Envelope", "must have a Header, a Body and nothing else", "");
    }
    return new Envelope(parts.get(0), parts.get(1), version);
  }

  Document document() {
    return header.getOwnerDocument();
  }

  /** What stands in the header and is meant for this service. */
  List<Element> blocks() {
    return Elements.of(header).stream().filter(this::isOurs).toList();
  }

  private boolean isOurs(Element block) {
    String role = block.getAttributeNS(version.getNamespace(), version.getAttrNameRole()).strip();
    return Set.of("", version.getNextRole(), version.getUltimateReceiverRole()).contains(role);
  }

  /** Whether the sender wants no answer unless a block is understood. */
  boolean mustBeUnderstood(Element block) {
    String flag =
        block.getAttributeNS(version.getNamespace(), version.getAttrNameMustUnderstand()).strip();
    return flag.equals("1") || flag.equals("true");
  }

  boolean isOlder() {
    return version instanceof Soap11;
  }
}
