package communique.soap;

import communique.access.Accounts;
import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Finds out who asks, by HTTP Basic (RFC 7617, in UTF-8) or a WS-Security UsernameToken; both only
 * over HTTPS. Done before anything of the message's body is read.
 */
final class Authentication extends AbstractSoapInterceptor {
  private static final String BASIC = "Basic ";

  private final Accounts accounts;
  private final UsernameTokens tokens;
  private final boolean required;

  private Authentication(Accounts accounts, UsernameTokens tokens, boolean required) {
    super(Phase.PRE_PROTOCOL);
    this.accounts = accounts;
    this.tokens = tokens;
    this.required = required;
  }

  /** Nobody without an account gets on, and nothing comes in over plain HTTP. */
  static Authentication required(Accounts accounts, UsernameTokens tokens) {
    return new Authentication(accounts, tokens, true);
  }

  /** Who gives no name and password is anonymous; wrong ones are refused. */
  static Authentication optional(Accounts accounts, UsernameTokens tokens) {
    return new Authentication(accounts, tokens, false);
  }

  /** Who sent the message that this thread works on. */
  static Caller caller() {
    return Objects.requireNonNull(
        PhaseInterceptorChain.getCurrentMessage().get(Caller.class), "asked before it was found");
  }

  /** The HTTP request that a message came with. */
  static HttpServletRequest request(Message message) {
    return (HttpServletRequest)
        Objects.requireNonNull(
            message.get(AbstractHTTPDestination.HTTP_REQUEST), "not a message from the network");
  }

  @Override
  public Set<QName> getUnderstoodHeaders() {
    return Set.of(UsernameTokens.SECURITY);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    HttpServletRequest request = request(message);
    Credentials credentials = credentials(message, request.getHeader("Authorization"));
    if (!request.isSecure() && (required || credentials != null)) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "", "must come over HTTPS, so that no password is overheard", "");
    }
    if (credentials != null) {
      message.put(Caller.class, accounts.authenticate(credentials.name(), credentials.password()));
    } else if (required) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "",
          "must carry a name and a password, by HTTP Basic or in a WS-Security UsernameToken",
          "");
    } else {
      message.put(Caller.class, Caller.ANONYMOUS);
    }
  }

  private @Nullable Credentials credentials(SoapMessage message, @Nullable String authorization) {
    Header header = message.getHeader(UsernameTokens.SECURITY);
    Credentials token =
        header != null && header.getObject() instanceof Element security
            ? tokens.read(security)
            : null;
    return token != null || authorization == null ? token : basic(authorization);
  }

  private static Credentials basic(String authorization) {
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      String said = decoded(authorization.substring(BASIC.length()).trim());
      int colon = said.indexOf(':');
      if (colon >= 0) {
        return new Credentials(said.substring(0, colon), said.substring(colon + 1));
      }
    }
    throw unreadable(null);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static Refusal unreadable(@Nullable Throwable cause) {
    return new Refusal(
        Reason.NOT_AUTHENTICATED,
        "",
        "must carry a name and a password as HTTP Basic has them (RFC 7617)",
        "",
        cause);
  }

  /** What a caller says to be known by. */
  record Credentials(String name, String password) {
    @Override
    public String toString() {
      return "Credentials[" + name + "]";
    }
  }
}
