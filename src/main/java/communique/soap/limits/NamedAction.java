package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.wsdl.interceptors.DocLiteralInInterceptor;

/**
 * Compares what a message asks for with what its HTTP header says it asks for (SOAPAction, or the
 * {@code action} of SOAP 1.2). The body alone decides; but gateways decide by the header whom they
 * let pass, so that it must not say something else. It may say nothing, and clients spell it in
 * different ways: the operation alone, or after the namespace and one of {@code : # /}.
 */
public final class NamedAction extends AbstractSoapInterceptor {
  private static final Pattern ACTION =
      Pattern.compile(
          ";\\s*action\\s*=\\s*(?:\\\\?\"([^\"\\\\]*)|([^\\s\";]*))", Pattern.CASE_INSENSITIVE);

  private final String namespace;

  /**
   * @param namespace of the operations
   */
  public NamedAction(String namespace) {
    super(Phase.UNMARSHAL);
    addBefore(DocLiteralInInterceptor.class.getName());
    this.namespace = namespace;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    XMLStreamReader body = message.getContent(XMLStreamReader.class);
    if (body != null && body.isStartElement()) {
      Pattern names =
          Pattern.compile(
              "|(" + Pattern.quote(namespace) + "/?[:#/])?" + Pattern.quote(body.getLocalName()));
      for (String action : actions(message)) {
        if (!names.matcher(action).matches()) {
          throw new Refusal(
              Reason.MALFORMED,
              "",
              "must have the SOAPAction of the operation in its Body, "
                  + (namespace + ":" + body.getLocalName())
                  + ", or none",
              action);
        }
      }
    }
  }

  /**
   * Whether an action of WS-Addressing is that of an operation: as it may be named in HTTP, or as
   * toolkits make it where a description names none (WS-Addressing Metadata, section 4.4.4), with
   * the service before it and {@code Request} after it.
   *
   * @param namespace of the operation
   * @param action empty when it says nothing
   */
  public static boolean isOf(String namespace, String operation, String action) {
    return action.matches(
        "|("
            + Pattern.quote(namespace)
            + "/?[:#/])?(\\w+[:#/])?"
            + Pattern.quote(operation)
            + "(Request)?");
  }

  private static List<String> actions(SoapMessage message) {
    List<String> actions = new ArrayList<>();
    if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request) {
      for (String header : Collections.list(request.getHeaders("SOAPAction"))) {
        actions.add(header.strip().replaceAll("^([\"'])(.*)\\1$", "$2").strip());
      }
    }
    Matcher parameter = ACTION.matcher("" + message.get(Message.CONTENT_TYPE));
    while (parameter.find()) {
      actions.add(parameter.group(1) == null ? parameter.group(2) : parameter.group(1));
    }
    return actions;
  }
}
