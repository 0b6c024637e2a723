package communique.soap;

import communique.access.Caller;
import communique.access.LogIn;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
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
import org.w3c.dom.Element;

/**
 * Finds out who asks, by a WS-Security UsernameToken or as {@link LogIn} reads it from HTTP; both
 * only over HTTPS. Done before anything of the message's body is read.
 */
final class Authentication extends AbstractSoapInterceptor {
  private final LogIn logIn;
  private final UsernameTokens tokens;
  private final boolean required;

  private Authentication(LogIn logIn, UsernameTokens tokens, boolean required) {
    super(Phase.PRE_PROTOCOL);
    this.logIn = logIn;
    this.tokens = tokens;
    this.required = required;
  }

  /** Nobody without an account gets on, and nothing comes in over plain HTTP. */
  static Authentication required(LogIn logIn, UsernameTokens tokens) {
    return new Authentication(logIn, tokens, true);
  }

  /** Who gives no name and password is anonymous; wrong ones are refused. */
  static Authentication optional(LogIn logIn, UsernameTokens tokens) {
    return new Authentication(logIn, tokens, false);
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
    if (!request.isSecure() && required) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "", "must come over HTTPS, so that no password is overheard", "");
    }
    Caller caller = caller(message, request);
    if (required && caller.name().isEmpty()) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "",
          "must carry a token, or a name and a password by HTTP Basic or in a WS-Security"
              + " UsernameToken",
          "");
    }
    message.put(Caller.class, caller);
  }

  // What the message itself says counts before what its transport says.
  private Caller caller(SoapMessage message, HttpServletRequest request) {
    Header header = message.getHeader(UsernameTokens.SECURITY);
    Credentials token =
        header != null && header.getObject() instanceof Element security
            ? tokens.read(security)
            : null;
    if (token != null) {
      return logIn.byPassword(token.name(), token.password(), request);
    }
    String authorization = request.getHeader("Authorization");
    return authorization == null
        ? logIn.withoutHeader(request)
        : logIn.byHeader(authorization, request);
  }

  /** What a caller says to be known by. */
  record Credentials(String name, String password) {
    @Override
    public String toString() {
      return "Credentials[" + name + "]";
    }
  }
}
