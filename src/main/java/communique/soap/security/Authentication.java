package communique.soap.security;

import communique.access.Caller;
import communique.access.LogIn;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Finds out who asks: by a signature over the message, by a WS-Security UsernameToken, as {@link
 * LogIn} reads it from HTTP, or by the certificate of the TLS connection; all only over HTTPS. Done
 * before anything of the message's body is read, unless it is signed.
 */
public final class Authentication extends AbstractSoapInterceptor {
  private static final String REJECTED = Authentication.class.getName() + ".rejected";

  private final LogIn logIn;
  private final Window window;
  private final UsernameTokens tokens;
  private final Signatures signatures;
  private final boolean required;

  Authentication(LogIn logIn, Window window, SignedBodies bodies, boolean required) {
    super(Phase.PRE_PROTOCOL);
    addAfter(Understanding.class.getName());
    this.logIn = logIn;
    this.window = window;
    this.tokens = new UsernameTokens(window);
    this.signatures = new Signatures(logIn, bodies);
    this.required = required;
  }

  /** Who sent the message that this thread works on. */
  public static Caller caller() {
    return Objects.requireNonNull(
        PhaseInterceptorChain.getCurrentMessage().get(Caller.class), "asked before it was found");
  }

  /** Whether a message says nothing in its header, and nothing else says who sent it. */
  public static boolean isAnybody(Message message) {
    return message instanceof SoapMessage soap
        && soap.getHeaders().isEmpty()
        && Objects.requireNonNull(message.get(Caller.class), "asked before it was found")
            .name()
            .isEmpty();
  }

  /** The HTTP request that a message came with. */
  public static HttpServletRequest request(Message message) {
    return (HttpServletRequest)
        Objects.requireNonNull(
            message.get(AbstractHTTPDestination.HTTP_REQUEST), "not a message from the network");
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
          "must carry a token, a name and a password by HTTP Basic or in a WS-Security"
              + " UsernameToken, or the signature or TLS certificate of an account",
          "");
    }
    message.put(Caller.class, caller);
  }

  /**
   * Whether what a message itself says of its sender was refused, so that no log-in by HTTP would
   * have helped.
   */
  public static boolean isRejected(Message message) {
    return message.containsKey(REJECTED);
  }

  // What the message itself says counts before what its transport says.
  private Caller caller(SoapMessage message, HttpServletRequest request) {
    Caller caller = byMessage(message, request);
    if (caller != null) {
      return caller;
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return logIn.byHeader(authorization, request);
    }
    X509Certificate shown = TlsCertificate.of(request);
    return shown == null ? logIn.withoutHeader(request) : logIn.byCertificate(shown);
  }

  private @Nullable Caller byMessage(SoapMessage message, HttpServletRequest request) {
    Envelope envelope = Envelope.of(message);
    if (envelope == null) {
      return null;
    }
    try {
      SecurityHeader security = SecurityHeader.of(envelope);
      return security == null ? null : said(message, envelope, security, request);
    } catch (Refusal refusal) {
      message.put(REJECTED, true);
      throw refusal;
    }
  }

  private @Nullable Caller said(
      SoapMessage message, Envelope envelope, SecurityHeader security, HttpServletRequest request) {
    Answering answering = Answering.to(message);
    Element timestamp = security.timestamp();
    if (timestamp != null) {
      answering.withTimestamp();
      window.check(timestamp);
    }
    Element token = security.usernameToken();
    Caller named = token == null ? null : logIn.byNameToken(tokens.read(token), request);
    if (security.signature() == null) {
      return named;
    }
    Caller signer = signatures.verify(message, envelope, security, request);
    if (named != null && !named.name().equals(signer.name())) {
      throw Rejected.because(
          "UsernameToken", "must be of the account that signed, or be absent", named.name());
    }
    answering.withSignature();
    return signer;
  }
}
