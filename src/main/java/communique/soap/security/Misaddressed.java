package communique.soap.security;

import communique.briefing.Refusal;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes the faults that WS-Addressing 1.0 has for what is wrong in its own blocks (SOAP binding,
 * section 6.4.1). The submission of 2004 has no codes for these.
 */
final class Misaddressed {
  private Misaddressed() {}

  /**
   * That an action is not that of the message.
   *
   * @param action the block that claims it
   */
  static SoapFault mismatch(SoapMessage message, Element action, Refusal refusal) {
    Document document = DOMUtils.createDocument();
    String namespace = "" + action.getNamespaceURI();
    Element problem = document.createElementNS(namespace, "wsa:ProblemAction");
    Element said = document.createElementNS(namespace, "wsa:Action");
    said.setTextContent(action.getTextContent().strip());
    problem.appendChild(said);
    return fault(message, "ActionMismatch", problem, refusal);
  }

  /**
   * That a block must not be as it is.
   *
   * @param code the local name of what WS-Addressing calls it; empty when it has no name for it
   */
  static SoapFault block(SoapMessage message, String code, Element block, Refusal refusal) {
    Element problem =
        DOMUtils.createDocument()
            .createElementNS("" + block.getNamespaceURI(), "wsa:ProblemHeaderQName");
    problem.setTextContent("wsa:" + block.getLocalName());
    return fault(message, code, problem, refusal);
  }

  private static SoapFault fault(
      SoapMessage message, String code, Element problem, Refusal refusal) {
    Answering.to(message).withProblem(problem);
    SoapFault fault = new SoapFault(refusal.rule(), refusal, message.getVersion().getSender());
    if (Names.WSA.equals(problem.getNamespaceURI())) {
      fault.addSubCode(new QName(Names.WSA, "InvalidAddressingHeader"));
      if (!code.isEmpty()) {
        fault.addSubCode(new QName(Names.WSA, code));
      }
      Element detail = problem.getOwnerDocument().createElement("detail");
      detail.appendChild(problem.cloneNode(true));
      fault.setDetail(detail);
    }
    return fault;
  }
}
