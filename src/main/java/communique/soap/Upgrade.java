package communique.soap;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Tells whose envelope is of no known version which ones are (SOAP 1.2 part 1, section 5.4.7). */
final class Upgrade {
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private Upgrade() {}

  /** Adds it to a fault if its code asks for that; SOAP 1.1 has nothing of the kind. */
  static void explain(SoapMessage fault, QName code) {
    SoapVersion version = fault.getVersion();
    if (version instanceof Soap12 && code.equals(version.getVersionMismatch())) {
      fault
          .getHeaders()
          .add(new SoapHeader(new QName(version.getNamespace(), "Upgrade"), upgrade(version)));
    }
  }

  private static Element upgrade(SoapVersion version) {
    Document document = DOMUtils.createDocument();
    Element upgrade = document.createElementNS(version.getNamespace(), "env:Upgrade");
    for (String namespace : List.of(version.getNamespace(), Soap11.SOAP_NAMESPACE)) {
      Element supported = document.createElementNS(version.getNamespace(), "env:SupportedEnvelope");
      supported.setAttributeNS(XMLNS, "xmlns:h", namespace);
      supported.setAttribute("qname", "h:Envelope");
      upgrade.appendChild(supported);
    }
    return upgrade;
  }
}
