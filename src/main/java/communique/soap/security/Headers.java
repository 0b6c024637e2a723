package communique.soap.security;

import communique.access.LogIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;

/** What reads the headers of requests, and writes those of answers. */
@ApplicationScoped
public class Headers {
  @Inject private LogIn logIn;
  @Inject private SigningKey key;

  private final Clock clock = Clock.systemUTC();

  /** Nobody without an account gets on, and nothing comes in over plain HTTP. */
  public Authentication required() {
    return new Authentication(logIn, new Window(clock), true);
  }

  /** Who gives no credentials is anonymous; wrong ones are refused. */
  public Authentication optional() {
    return new Authentication(logIn, new Window(clock), false);
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
