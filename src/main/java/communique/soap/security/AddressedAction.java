package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.soap.limits.NamedAction;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.wsdl.interceptors.DocLiteralInInterceptor;
import org.w3c.dom.Element;

/**
 * Compares the Action of WS-Addressing with what the body asks for, as {@link NamedAction} does
 * with that of HTTP: the body alone decides, but others on the way may decide by the Action.
 */
final class AddressedAction extends AbstractSoapInterceptor {
  AddressedAction() {
    super(Phase.UNMARSHAL);
    addAfter(NamedAction.class.getName());
    addBefore(DocLiteralInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Element claimed = Answering.to(message).claimed();
    XMLStreamReader body = message.getContent(XMLStreamReader.class);
    if (claimed == null || body == null || !body.isStartElement()) {
      return;
    }
    String namespace = "" + body.getNamespaceURI();
    String action = Addressing.text(message, claimed, claimed);
    if (!NamedAction.isOf(namespace, body.getLocalName(), action)) {
      String rule =
          "must be that of the operation in the Body, " + namespace + ":" + body.getLocalName();
      Refusal refusal = new Refusal(Reason.MALFORMED, "Action", rule, action);
      throw Misaddressed.mismatch(message, claimed, refusal);
    }
  }
}
