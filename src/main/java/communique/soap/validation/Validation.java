package communique.soap.validation;

import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.briefing.Violations;
import communique.soap.calls.Call;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.service.model.EndpointInfo;

/**
 * Has the body of a request checked against the contract while it is read. Not CXF's own
 * validation, which holds each attachment in memory, cannot tell the place of a fault and knows
 * only the first.
 */
public final class Validation extends AbstractSoapInterceptor {
  private static final System.Logger LOG = System.getLogger(Validation.class.getName());

  private final Schema schema;
  private final Set<String> codes;

  /**
   * Checks by a schema.
   *
   * @param schema of all messages
   * @param codes the names of its types whose values are words of the contract
   */
  public Validation(Schema schema, Set<String> codes) {
    super(Phase.POST_PROTOCOL);
    this.schema = schema;
    this.codes = codes;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    XMLStreamReader body = message.getContent(XMLStreamReader.class);
    if (body == null) {
      return;
    }
    try {
      ContractReader reader =
          new ContractReader(body, schema.newValidatorHandler(), codes, operations(message));
      message.setContent(XMLStreamReader.class, reader);
      message.put(ContractReader.class, reader);
      Call.of(message).asks(reader::operation);
    } catch (XMLStreamException e) {
      throw new Fault(e);
    }
  }

  /**
   * What a use case needs, made of the request that this thread works on.
   *
   * @throws Refusal with all that is wrong, be it by the schema or by the rules of the archive
   */
  public static <T> T checked(Supplier<T> made) {
    ContractReader reader =
        Objects.requireNonNull(
            PhaseInterceptorChain.getCurrentMessage().get(ContractReader.class),
            "asked before the message was read");
    List<Violation> told = reader.broken();
    return told.isEmpty() ? made.get() : refused(told, made);
  }

  private static <T> T refused(List<Violation> told, Supplier<T> made) {
    Violations all = new Violations();
    all.add(told);
    try {
      Object unused = made.get();
    } catch (Refusal refusal) {
      all.add(refusal.violations().stream().filter(each -> isNew(each, told)).toList());
    } catch (RuntimeException unreadable) {
      // What the schema does not allow need not mean anything; why is told already.
      LOG.log(System.Logger.Level.DEBUG, "a message that broke the schema", unreadable);
    }
    all.refuse();
    throw new IllegalStateException("something is wrong and nothing is told");
  }

  // What schema and archive both demand is told once, at the place that the schema names.
  private static boolean isNew(Violation violation, List<Violation> told) {
    String field = ContractPath.of(violation.field());
    return told.stream()
        .map(Violation::field)
        .noneMatch(other -> other.startsWith(field) || field.startsWith(other));
  }

  private static Set<String> operations(SoapMessage message) {
    EndpointInfo endpoint = message.getExchange().getEndpoint().getEndpointInfo();
    return endpoint.getInterface().getOperations().stream()
        .map(operation -> operation.getName().getLocalPart())
        .collect(Collectors.toSet());
  }
}
