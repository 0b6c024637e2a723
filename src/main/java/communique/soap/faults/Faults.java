package communique.soap.faults;

import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.VersionJson;
import communique.briefing.Violation;
import communique.soap.calls.Call;
import communique.soap.description.Contract;
import communique.soap.security.Authentication;
import communique.soap.transport.Parts;
import communique.soap.validation.ContractPath;
import communique.soap.validation.ContractReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.Soap12FaultOutInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The one translator of this door: makes of whatever went wrong a SOAP fault with a {@code Refusal}
 * in its detail, and logs it under the reference number that the fault gives.
 */
public final class Faults extends AbstractSoapInterceptor {
  /** Keeps CXF from logging faults with their stack traces; this class logs what is needed. */
  public static final FaultListener SILENT = (failure, description, message) -> false;

  private static final Logger LOG = Logger.getLogger(Faults.class.getName());

  /** Held, so that its level stays: it says something about every fault of SOAP 1.2. */
  private static final Logger CHATTER = Logger.getLogger(Soap12FaultOutInterceptor.class.getName());

  private static final int FAULT = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  private static final int UNSUPPORTED = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;

  private static final String SERVER_FAILED =
      "the archive failed; quote the reference number when you ask for help";

  private final SecureRandom random = new SecureRandom();

  /** Makes one for the faults of a service. */
  public Faults() {
    super(Phase.PRE_LOGICAL);
    CHATTER.setLevel(Level.WARNING);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Exception failure = message.getContent(Exception.class);
    String number = number();
    Message in = message.getExchange().getInMessage();
    Answer answer = answer(told(failure, in), in, message.getVersion());
    log(answer, failure, number);
    Call.of(in).refused(in, answer.reason());
    SoapFault fault = new SoapFault(line(in) + answer.text(), answer.code());
    fault.setDetail(detail(answer, number));
    if (failure instanceof SoapFault said && !(message.getVersion() instanceof Soap11)) {
      addFrom(said, fault);
    }
    fault.setStatusCode(answer.status());
    if (in.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof HttpServletResponse response) {
      answer.headers(response);
    }
    message.setContent(Exception.class, fault);
  }

  // What another standard has for the same.
  private static void addFrom(SoapFault said, SoapFault fault) {
    ClientMistake.finer(said).forEach(fault::addSubCode);
    Element detail = fault.getDetail();
    Element more = said.getDetail();
    if (more != null && more.getFirstChild() != null) {
      detail.appendChild(detail.getOwnerDocument().importNode(more.getFirstChild(), true));
    }
  }

  // What broke the schema need not be readable, and is to blame for whatever came of it.
  private static Exception told(Exception failure, Message in) {
    ContractReader reader = in.get(ContractReader.class);
    boolean broken = reader != null && !reader.broken().isEmpty() && !Parts.read(in);
    return broken && ClientMistake.of(failure, false) == null
        ? new Refusal(reader.broken())
        : failure;
  }

  // Where the first rule of the schema was broken; syntax has its line as its value.
  private static String line(Message in) {
    ContractReader reader = in.get(ContractReader.class);
    int line = reader == null ? 0 : reader.firstLine();
    return line == 0 ? "" : "line " + line + ": ";
  }

  private static Answer answer(Exception failure, Message in, SoapVersion version) {
    Refusal mistake = ClientMistake.of(failure, Parts.read(in));
    if (mistake == null) {
      return new Answer(
          "FAILED", "", SERVER_FAILED, "", List.of(), null, null, version.getReceiver(), FAULT);
    }
    Refusal refusal = mistake.renamed(field -> Parts.field(field, in));
    Reason.Kind kind = refusal.reason().kind();
    QName code =
        kind == Reason.Kind.UNAVAILABLE
            ? version.getReceiver()
            : ClientMistake.code(failure, version);
    int status = version instanceof Soap11 ? older(refusal, in) : newer(refusal, code, version);
    boolean unsupported = failure instanceof SoapFault said && said.getStatusCode() == UNSUPPORTED;
    return Answer.of(refusal, code, unsupported ? UNSUPPORTED : status);
  }

  // Many clients read the detail of a fault at 500 only, and WS-I Basic Profile 1.1 demands it
  // (R1126); but they log in by HTTP when they are told to.
  private static int older(Refusal refusal, Message in) {
    return refusal.reason() == Reason.NOT_AUTHENTICATED && !Authentication.isRejected(in)
        ? HttpServletResponse.SC_UNAUTHORIZED
        : FAULT;
  }

  private static int newer(Refusal refusal, QName code, SoapVersion version) {
    int mistaken = code.equals(version.getSender()) ? HttpServletResponse.SC_BAD_REQUEST : FAULT;
    return switch (refusal.reason().kind()) {
      case INVALID, NOT_FOUND, CONFLICT, PRECONDITION, WITHDRAWN -> mistaken;
      case FORBIDDEN ->
          refusal.reason() == Reason.NOT_AUTHENTICATED
              ? HttpServletResponse.SC_UNAUTHORIZED
              : mistaken;
      case TOO_MANY -> 429;
      case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
      case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    };
  }

  private static void log(Answer answer, Exception failure, String number) {
    if (answer.kind() == Reason.Kind.UNAVAILABLE) {
      String cause = cause(failure);
      LOG.log(Level.WARNING, () -> number + " " + answer.reason() + ": " + answer.rule() + cause);
    } else if (answer.reason().equals("FAILED")) {
      LOG.log(Level.WARNING, failure, () -> number + " a request failed");
    } else {
      LOG.log(Level.FINE, () -> number + " " + answer.reason() + " " + answer.field());
    }
  }

  // Such as that a disk is full; nothing that a client has said.
  private static String cause(Exception failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last instanceof IOException ? " (" + last.getMessage() + ")" : "";
  }

  private static Element detail(Answer answer, String number) {
    Document document = DOMUtils.createDocument();
    Element detail = document.createElement("detail");
    Element refusal = document.createElementNS(Contract.NAMESPACE, "Refusal");
    detail.appendChild(refusal);
    append(refusal, "Reason", answer.reason());
    append(refusal, "Field", answer.field());
    append(refusal, "Rule", answer.rule());
    append(refusal, "Value", answer.value());
    append(refusal, "ReferenceNumber", number);
    if (answer.violations().size() > 1) {
      answer.violations().forEach(violation -> append(refusal, violation));
    }
    if (answer.notice() != null) {
      append(refusal, answer.notice());
    }
    return detail;
  }

  private static void append(Element refusal, Violation violation) {
    Element child = refusal.getOwnerDocument().createElementNS(Contract.NAMESPACE, "Violation");
    append(child, "Reason", violation.reason().name());
    append(child, "Field", ContractPath.of(violation.field()));
    append(child, "Rule", violation.rule());
    append(child, "Value", ClientMistake.writable(violation.value()));
    refusal.appendChild(child);
  }

  // Field by field as the contract has it: a fault is written where no answer can be any more.
  private static void append(Element refusal, Notice notice) {
    Element child = refusal.getOwnerDocument().createElementNS(Contract.NAMESPACE, "Notice");
    append(child, "State", notice.state().code());
    append(child, "BriefingId", notice.briefing().toString());
    append(child, "Reference", notice.reference());
    append(child, "Office", notice.office().code());
    LanguageTag language = notice.scope().language();
    if (language != null) {
      append(child, "Language", language.tag());
    }
    append(child, "At", VersionJson.instant(notice.at()));
    append(child, "Reason", ClientMistake.writable(notice.reason()));
    if (notice.title() != null) {
      append(child, "Title", ClientMistake.writable(notice.title()));
    }
    refusal.appendChild(child);
  }

  private static void append(Element parent, String name, String text) {
    Element child = parent.getOwnerDocument().createElementNS(Contract.NAMESPACE, name);
    child.setTextContent(text);
    parent.appendChild(child);
  }

  private String number() {
    byte[] bytes = new byte[6];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private record Answer(
      String reason,
      String field,
      String rule,
      String value,
      List<Violation> violations,
      @Nullable Notice notice,
      Reason.@Nullable Kind kind,
      QName code,
      int status) {

    static Answer of(Refusal refusal, QName code, int status) {
      return new Answer(
          refusal.reason().name(),
          ContractPath.of(refusal.field()),
          refusal.rule(),
          ClientMistake.writable(refusal.value()),
          refusal.violations(),
          refusal.notice(),
          refusal.reason().kind(),
          code,
          status);
    }

    String text() {
      return field.isEmpty() ? rule : field + ": " + rule;
    }

    void headers(HttpServletResponse response) {
      if (status == HttpServletResponse.SC_UNAUTHORIZED) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Communique\", charset=\"UTF-8\"");
        response.addHeader("WWW-Authenticate", "Bearer realm=\"Communique\"");
      } else if (kind == Reason.Kind.TOO_MANY) {
        response.setHeader("Retry-After", "300");
      } else if (kind == Reason.Kind.UNAVAILABLE) {
        response.setHeader("Retry-After", "5");
      }
    }
  }
}
