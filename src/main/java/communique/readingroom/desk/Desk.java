package communique.readingroom.desk;

import communique.access.Caller;
import communique.access.LogIn;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.Origin;
import communique.readingroom.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Function;

/** Lets readers to their desk who log in by HTTP Basic (RFC 7617), as their browser asks them. */
@ApplicationScoped
class Desk {
  private static final String CHALLENGE = "Basic realm=\"Communique\", charset=\"UTF-8\"";

  private static final String HTTPS_PORT =
      Objects.requireNonNullElse(System.getenv("COMMUNIQUE_HTTPS_PORT"), "9443");

  @Inject private LogIn logIn;

  /** The page of whoever logs in; others are asked to. It is kept by no cache. */
  Response page(HttpServletRequest request, Function<Caller, Response> page) {
    if (!request.isSecure()) {
      // Asking for a password here would have it sent for everybody to read.
      return Pages.error(403, ErrorPage.onlyOverHttps(overHttps(request)), request);
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    try {
      Caller caller =
          authorization == null
              ? logIn.withoutHeader(request)
              : logIn.byHeader(authorization, request);
      caller.mustHaveAccount();
      return ownOnly(page.apply(caller));
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.NOT_AUTHENTICATED) {
        throw refusal;
      }
      return Response.fromResponse(Pages.error(401, ErrorPage.of("logIn"), request))
          .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
          .build();
    }
  }

  /** The same for forms, which a page of this room must have sent. */
  Response form(HttpServletRequest request, Function<Caller, Response> change) {
    return Origin.of(request).isThisRoom()
        ? page(request, change)
        : Pages.error(403, ErrorPage.of("foreign"), request);
  }

  // Where a server stands before this one at the usual ports, it is asked at the usual one.
  private static String overHttps(HttpServletRequest request) {
    String port = request.getServerPort() == 80 ? "" : ":" + HTTPS_PORT;
    String query = request.getMethod().equals(HttpMethod.GET) ? request.getQueryString() : null;
    return "https://"
        + request.getServerName()
        + port
        + request.getRequestURI()
        + (query == null ? "" : "?" + query);
  }

  private static Response ownOnly(Response answer) {
    return Response.fromResponse(answer)
        .header(HttpHeaders.CACHE_CONTROL, null)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
