package communique.operations;

import communique.access.Caller;
import communique.access.LogIn;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells administrators the metrics of this node, in the text format of Prometheus. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "text/plain; version=0.0.4; charset=utf-8";

  @Inject private transient LogIn logIn;
  @Inject private transient PrometheusMeterRegistry registry;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      caller(request).mustAdminister();
    } catch (Refusal refusal) {
      refuse(refusal, response);
      return;
    }
    response.setContentType(FORM);
    registry.scrape(response.getOutputStream(), FORM);
  }

  private Caller caller(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization == null
        ? logIn.withoutHeader(request)
        : logIn.byHeader(authorization, request);
  }

  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    boolean unknown = refusal.reason() == Reason.NOT_AUTHENTICATED;
    response.setStatus(unknown ? HttpServletResponse.SC_UNAUTHORIZED : status(refusal));
    if (unknown) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"communique\", charset=\"UTF-8\"");
      response.addHeader("WWW-Authenticate", "Bearer realm=\"communique\"");
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(refusal.rule());
  }

  private static int status(Refusal refusal) {
    return switch (refusal.reason().kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case PRECONDITION -> 412;
      case FORBIDDEN -> 403;
      case TOO_MANY -> 429;
      case WITHDRAWN -> 410;
      case TOO_LARGE -> 413;
      case UNAVAILABLE -> 503;
    };
  }
}
