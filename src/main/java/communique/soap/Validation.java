package communique.soap;

import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.EndpointInfo;

/**
 * Has the body of a request checked against the contract while it is read. Not CXF's own
 * validation, which holds each attachment in memory and cannot tell the place of a fault.
 */
final class Validation extends AbstractSoapInterceptor {
  private final Schema schema;

  Validation(Schema schema) {
    super(Phase.POST_PROTOCOL);
    this.schema = schema;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    XMLStreamReader body = message.getContent(XMLStreamReader.class);
    if (body == null) {
      return;
    }
    try {
      ContractReader reader =
          new ContractReader(body, schema.newValidatorHandler(), operations(message));
      message.setContent(XMLStreamReader.class, reader);
      message.put(ContractReader.class, reader);
    } catch (XMLStreamException e) {
      throw new Fault(e);
    }
  }

  private static Set<String> operations(SoapMessage message) {
    EndpointInfo endpoint = message.getExchange().getEndpoint().getEndpointInfo();
    return endpoint.getInterface().getOperations().stream()
        .map(operation -> operation.getName().getLocalPart())
        .collect(Collectors.toSet());
  }
}
