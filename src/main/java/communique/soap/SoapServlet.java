package communique.soap;

import communique.soap.answers.RecentAnswers;
import communique.soap.calls.AnswerNoting;
import communique.soap.calls.CallAnswered;
import communique.soap.calls.CallReading;
import communique.soap.description.Contract;
import communique.soap.faults.Faults;
import communique.soap.files.Sending;
import communique.soap.limits.EnvelopeLimits;
import communique.soap.limits.NamedAction;
import communique.soap.limits.PartLimits;
import communique.soap.limits.XmlLimits;
import communique.soap.originals.Originals;
import communique.soap.security.Headers;
import communique.soap.transport.AnswerEncoding;
import communique.soap.transport.ContentType;
import communique.soap.transport.PartFiles;
import communique.soap.transport.Parts;
import communique.soap.transport.RequestLimit;
import communique.soap.validation.Validation;
import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.interceptor.MustUnderstandInterceptor;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor.CheckClosingTagsInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the two SOAP services. Each is published at one address that answers in the SOAP version,
 * 1.1 or 1.2, of the request.
 */
@WebServlet("/soap/*")
public class SoapServlet extends CXFNonSpringServlet {
  private static final long serialVersionUID = 1L;

  /** How messages are read; what they may have is said by {@link XmlLimits}. */
  private static final Map<String, Object> READING =
      Map.ofEntries(
          Map.entry(Message.THREAD_SAFE_STAX_FACTORIES, true),
          // What the schema says is checked by Validation, which names the place.
          Map.entry("set-jaxb-validation-event-handler", "false"),
          Map.entry("attachment-max-count", "" + PartLimits.MOST_PARTS),
          Map.entry("attachment-max-header-size", "" + PartLimits.LONGEST_LINE),
          Map.entry("attachment-max-size", "" + RequestLimit.MOST_BYTES),
          Map.entry("attachment-memory-threshold", "65536"));

  private static final String RETRIEVAL = "/retrieval";

  @Inject private transient Headers headers;
  @Inject private transient DepositDoor deposit;
  @Inject private transient RetrievalDoor retrieval;
  @Inject private transient RecentAnswers recentAnswers;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_HTTPS_PORT")
  private transient int httpsPort;

  private final transient Contract contract = new Contract();

  @Override
  protected void loadBus(ServletConfig config) {
    super.loadBus(config);
    BusFactory.setDefaultBus(getBus());
    publish(
        "deposit",
        deposit,
        List.of(
            headers.required(),
            new Originals(Set.of("DepositBriefing", "AddEdition", "CorrectBriefing"))));
    publish("retrieval", retrieval, List.of(headers.optional()));
  }

  /**
   * @param own the interceptors of this service alone
   */
  private void publish(String service, Object door, List<Interceptor<? extends Message>> own) {
    EndpointImpl endpoint = new EndpointImpl(getBus(), door);
    endpoint.setWsdlLocation("classpath:" + Contract.FOLDER + service + ".wsdl");
    endpoint.setServiceName(name(service, "Service"));
    // The port of SOAP 1.2 understands and answers 1.1 too.
    endpoint.setEndpointName(name(service, "Soap12Port"));
    endpoint.getProperties().putAll(READING);
    endpoint.getProperties().putAll(XmlLimits.properties(RequestLimit.MOST_BYTES));
    endpoint.getProperties().put(FaultListener.class.getName(), Faults.SILENT);
    Faults faults = new Faults();
    endpoint.setInInterceptors(in(own));
    List<Interceptor<? extends Message>> out = new ArrayList<>(headers.writing());
    out.addAll(
        List.of(new AnswerEncoding(), new CallAnswered(), new Sending(), new AnswerNoting()));
    List<Interceptor<? extends Message>> outOfFaults = new ArrayList<>(headers.writingFaults());
    outOfFaults.addAll(List.of(new AnswerEncoding(), faults, new AnswerNoting()));
    endpoint.setOutInterceptors(out);
    endpoint.setOutFaultInterceptors(outOfFaults);
    endpoint.publish("/" + service);
    // What is asked for is said by the body alone, NamedAction sees to the rest; what must be
    // understood is checked before that.
    endpoint
        .getServer()
        .getEndpoint()
        .getBinding()
        .getInInterceptors()
        .removeIf(
            each ->
                each instanceof SoapActionInInterceptor
                    || each instanceof MustUnderstandInterceptor);
  }

  private List<Interceptor<? extends Message>> in(List<Interceptor<? extends Message>> own) {
    List<Interceptor<? extends Message>> all = new ArrayList<>(own);
    all.add(new CallReading());
    all.addAll(headers.reading());
    all.add(new PartFiles());
    all.add(new ContentType());
    all.add(new EnvelopeLimits());
    all.add(new Validation(contract.schema(), contract.codes()));
    all.add(new NamedAction(Contract.NAMESPACE));
    all.add(new CheckClosingTagsInterceptor());
    all.add(new Parts());
    return all;
  }

  private static QName name(String service, String what) {
    String start = service.substring(0, 1).toUpperCase(Locale.ROOT);
    return new QName(Contract.NAMESPACE, start + service.substring(1) + what);
  }

  /** Gives the contract itself; CXF's own answers to GET are not wanted. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      contract.answer(request, response, httpsPort);
    } catch (IOException e) {
      throw new ServletException(e);
    }
  }

  /** As GET; the server leaves out what comes after the header. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    doGet(request, response);
  }

  @Override
  protected void invoke(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    String allowed = contract.allowed(request);
    if (request.getMethod().equals("POST") && contract.has(request.getPathInfo())) {
      post(request, response);
    } else if (allowed.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else {
      response.setHeader("Allow", allowed);
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      if (RETRIEVAL.equals(request.getPathInfo())) {
        recentAnswers.answer(request, response, super::invoke);
      } else {
        super.invoke(request, response);
      }
    } catch (IOException e) {
      throw new ServletException(e);
    } finally {
      headers.finished(request);
    }
  }

  @Override
  public void destroy() {
    Bus bus = getBus();
    super.destroy();
    if (bus != null) {
      BusFactory.clearDefaultBusForAnyThread(bus);
    }
  }
}
