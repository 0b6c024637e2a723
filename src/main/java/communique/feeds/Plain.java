package communique.feeds;

import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Tells refusals in plain words. */
final class Plain {
  private Plain() {}

  /** Does something; a refusal becomes the answer. */
  static void refusing(HttpServletResponse response, Work work) throws IOException {
    // Or the server would say of all that it is in its own language.
    response.setLocale(Locale.ROOT);
    try {
      work.run();
    } catch (Refusal refusal) {
      response.setStatus(status(refusal));
      response.setHeader("Cache-Control", "no-store");
      if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        response.setHeader("Retry-After", "5");
      }
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println((refusal.field() + " " + refusal.rule()).strip());
    }
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

  /** What may be refused. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it.
     *
     * @throws Refusal when it is refused
     */
    void run() throws IOException;
  }
}
