package communique.soap.security;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes the header of an answer or a fault, when the request asked for one. */
final class AnswerHeaders extends AbstractSoapInterceptor {
  private final Clock clock;
  private final SigningKey key;
  private final boolean fault;

  /**
   * @param fault whether it is for faults
   */
  AnswerHeaders(Clock clock, SigningKey key, boolean fault) {
    super(Phase.PRE_PROTOCOL);
    this.clock = clock;
    this.key = key;
    this.fault = fault;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Answering answering = Answering.to(message);
    Document document = DOMUtils.createDocument();
    if (!answering.addressing().isEmpty()) {
      relate(message, document, answering);
    }
    // A signature brings its own.
    if (answering.hasTimestamp() && !(answering.hasSignature() && key.isThere())) {
      add(message, timestamp(document));
    }
  }

  private void relate(SoapMessage message, Document document, Answering answering) {
    String namespace = answering.addressing();
    add(message, text(document, namespace, "wsa:Action", action(message.getExchange(), answering)));
    String relatesTo = answering.relatesTo();
    if (relatesTo != null) {
      add(message, text(document, namespace, "wsa:RelatesTo", relatesTo));
    }
    // SOAP 1.1 has no place in the detail of a fault for what is wrong in a header.
    Element problem = answering.problem();
    if (problem != null && message.getVersion() instanceof Soap11) {
      Element detail = document.createElementNS(namespace, "wsa:FaultDetail");
      detail.appendChild(document.importNode(problem, true));
      add(message, detail);
    }
  }

  // As WS-Addressing makes it of a description that names none.
  private String action(Exchange exchange, Answering answering) {
    BindingOperationInfo operation = exchange.getBindingOperationInfo();
    String namespace = answering.addressing();
    if (answering.problem() != null || (operation == null && !namespace.equals(Names.WSA))) {
      return namespace + "/fault";
    }
    if (operation == null) {
      return namespace + "/soap/fault";
    }
    QName service = operation.getOperationInfo().getInterface().getName();
    String start = service.getNamespaceURI() + ":" + service.getLocalPart() + ":";
    String name = operation.getName().getLocalPart();
    return start + name + (fault ? ":Fault:Refusal" : "Response");
  }

  private Element timestamp(Document document) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Element security = document.createElementNS(Names.WSSE, "wsse:Security");
    Element timestamp = document.createElementNS(Names.WSU, "wsu:Timestamp");
    timestamp.appendChild(text(document, Names.WSU, "wsu:Created", now.toString()));
    timestamp.appendChild(
        text(document, Names.WSU, "wsu:Expires", now.plus(Window.OLDEST).toString()));
    security.appendChild(timestamp);
    return security;
  }

  private static Element text(Document document, String namespace, String name, String text) {
    Element element = document.createElementNS(namespace, name);
    element.setTextContent(text);
    return element;
  }

  private static void add(SoapMessage message, Element block) {
    String name = Objects.requireNonNull(block.getLocalName());
    message.getHeaders().add(new SoapHeader(new QName(block.getNamespaceURI(), name), block));
  }
}
