package communique.soap.security;

import communique.access.LogIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;

/** What reads the headers of requests, and writes those of answers. */
@ApplicationScoped
public class Headers {
  /** Twice the largest message; each takes several times its size. */
  private static final long MOST_BYTES = 48L << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject private LogIn logIn;
  @Inject private SigningKey key;

  private final Clock clock = Clock.systemUTC();
  private final SignedBodies bodies = new SignedBodies(MOST_BYTES, PATIENCE);

  /** Nobody without an account gets on, and nothing comes in over plain HTTP. */
  public Authentication required() {
    return new Authentication(logIn, new Window(clock), bodies, true);
  }

  /** Who gives no credentials is anonymous; wrong ones are refused. */
  public Authentication optional() {
    return new Authentication(logIn, new Window(clock), bodies, false);
  }

  /** Says that a request has been answered: what was held of it is let go. */
  public void finished(HttpServletRequest request) {
    if (request.getAttribute(Signatures.ROOM) instanceof SignedBodies.Room room) {
      request.removeAttribute(Signatures.ROOM);
      room.close();
    }
  }

  /** What else reads a request. */
  public List<Interceptor<? extends Message>> reading() {
    return List.of(new Understanding(), new Addressing(), new AddressedAction());
  }

  /** What writes an answer. */
  public List<Interceptor<? extends Message>> writing() {
    return List.of(new AnswerHeaders(clock, key, false), new AnswerSignature(key, false));
  }

  /** What writes a fault. */
  public List<Interceptor<? extends Message>> writingFaults() {
    return List.of(
        new AnswerHeaders(clock, key, true), new FaultHeaders(), new AnswerSignature(key, true));
  }
}
