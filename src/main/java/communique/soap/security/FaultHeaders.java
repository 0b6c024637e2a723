package communique.soap.security;

import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes what SOAP 1.2 itself has in the header of a fault (part 1, sections 5.4.7 and 5.4.8):
 * which versions of the envelope are known where the request's is not, and which blocks of the
 * request's header were not understood. SOAP 1.1 has no place for it but the text of the fault.
 */
final class FaultHeaders extends AbstractSoapInterceptor {
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  FaultHeaders() {
    super(Phase.PRE_PROTOCOL);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    if (message.getVersion() instanceof Soap12 soap) {
      Document document = DOMUtils.createDocument();
      if (message.getContent(Exception.class) instanceof SoapFault fault
          && fault.getFaultCode().equals(soap.getVersionMismatch())) {
        add(message, upgrade(document, soap));
      }
      Answering.to(message)
          .notUnderstood()
          .forEach(name -> add(message, notUnderstood(document, soap, name)));
    }
  }

  private static Element upgrade(Document document, SoapVersion soap) {
    Element upgrade = document.createElementNS(soap.getNamespace(), "env:Upgrade");
    for (String namespace : List.of(soap.getNamespace(), Soap11.SOAP_NAMESPACE)) {
      Element supported = document.createElementNS(soap.getNamespace(), "env:SupportedEnvelope");
      name(supported, new QName(namespace, "Envelope"));
      upgrade.appendChild(supported);
    }
    return upgrade;
  }

  private static Element notUnderstood(Document document, SoapVersion soap, QName block) {
    Element element = document.createElementNS(soap.getNamespace(), "env:NotUnderstood");
    name(element, block);
    return element;
  }

  private static void name(Element element, QName name) {
    if (name.getNamespaceURI().isEmpty()) {
      element.setAttributeNS(null, "qname", name.getLocalPart());
    } else {
      element.setAttributeNS(XMLNS, "xmlns:n", name.getNamespaceURI());
      element.setAttributeNS(null, "qname", "n:" + name.getLocalPart());
    }
  }

  private static void add(SoapMessage message, Element block) {
    String name = Objects.requireNonNull(block.getLocalName());
    message.getHeaders().add(new SoapHeader(new QName(block.getNamespaceURI(), name), block));
  }
}
