package communique.rest;

import communique.access.Caller;
import communique.access.LogIn;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Finds out who asks. */
@ApplicationScoped
class Callers {
  @Inject private LogIn logIn;

  /**
   * The caller of a request; one whom nobody knows is anonymous.
   *
   * @throws Refusal as {@link LogIn#byHeader}
   */
  Caller of(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization == null
        ? logIn.withoutHeader(request)
        : logIn.byHeader(authorization, request);
  }
}
