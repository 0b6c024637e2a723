package communique.rest;

import communique.access.Accounts;
import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out who asks: HTTP Basic (RFC 7617), and only where nobody can listen in. */
@ApplicationScoped
class Callers {
  private static final String SCHEME = "basic ";

  @Inject private Accounts accounts;

  /**
   * The caller of a request; one without credentials is anonymous.
   *
   * @throws Refusal NOT_ALLOWED when credentials come over plain HTTP, MALFORMED when they are not
   *     Basic ones, NOT_AUTHENTICATED when they are wrong
   */
  Caller of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return Caller.ANONYMOUS;
    }
    if (!request.isSecure()) {
      throw new Refusal(Reason.NOT_ALLOWED, "Authorization", "must be sent over HTTPS only", "");
    }
    String credentials = decoded(header);
    int colon = credentials.indexOf(':');
    if (colon < 0) {
      throw malformed(null);
    }
    return accounts.authenticate(credentials.substring(0, colon), credentials.substring(colon + 1));
  }

  private static String decoded(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw malformed(null);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  // The header itself is never told back: it holds a password.
  private static Refusal malformed(@Nullable Exception cause) {
    return new Refusal(
        Reason.MALFORMED, "Authorization", "must be Basic credentials (RFC 7617)", "", cause);
  }
}
