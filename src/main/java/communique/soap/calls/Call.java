package communique.soap.calls;

import communique.access.Caller;
import communique.accounts.KeepMessage.Redacted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, from its request to the end of its answer. Each answer says in a header
 * whose it is, what was asked and how it ended, all in words of the archive: the access log takes
 * it from there.
 */
public final class Call {
  /** The header of answers: account, operation and outcome, with spaces between. */
  static final String HEADER = "Communique-Call";

  private static final String ANONYMOUS = "anonymous";
  private static final String UNKNOWN = "unknown";
  private static final String OK = "OK";

  private final HttpServletResponse response;
  private final Predicate<String> watched;
  private final long begun = System.nanoTime();
  private String account = "";
  private String operation = UNKNOWN;
  private Supplier<String> asked = () -> "";
  private String outcome = "";
  private @Nullable Transcript request;
  private @Nullable Transcript answer;

  /**
   * @param watched tells whether the messages of an account are to be kept
   */
  Call(HttpServletResponse response, Predicate<String> watched) {
    this.response = response;
    this.watched = watched;
  }

  /** The call that a message from the network belongs to. */
  public static Call of(Message in) {
    Object request = in.get(AbstractHTTPDestination.HTTP_REQUEST);
    return of((HttpServletRequest) Objects.requireNonNull(request, "not from the network"));
  }

  /** The call that a request makes. */
  public static Call of(HttpServletRequest request) {
    Object call = request.getAttribute(Call.class.getName());
    return (Call) Objects.requireNonNull(call, "not a call");
  }

  /**
   * Says what is asked for; before that it is unknown.
   *
   * @param asked tells, when the call ends, the name of an operation that there is, or an empty
   *     text when it was not read
   */
  public void asks(Supplier<String> asked) {
    this.asked = asked;
  }

  /** Says that it is refused, or has failed, and why. */
  public void refused(Message in, String reason) {
    end(in, reason);
  }

  /** Says that it is answered as it was asked. */
  void answered(Message in) {
    end(in, OK);
  }

  /** Says that it is answered as somebody without an account was before. */
  public void answeredAgain(String operation) {
    end("", operation, OK);
  }

  private void end(Message in, String outcome) {
    Caller caller = in.get(Caller.class);
    end(
        caller == null ? "" : caller.name(),
        asked.get().isEmpty() ? UNKNOWN : asked.get(),
        outcome);
  }

  private void end(String account, String operation, String outcome) {
    this.account = account;
    this.operation = operation;
    this.outcome = outcome;
    response.setHeader(HEADER, client() + " " + operation + " " + outcome);
  }

  /** Has the message of a caller noted where that is wanted; what it says so far is left out. */
  @Nullable Transcript note(Caller caller) {
    if (!caller.name().isEmpty() && watched.test(caller.name())) {
      request = Transcript.ofRequest();
    }
    return request;
  }

  /** The notes of the answer, begun anew for a fault that takes the place of an answer. */
  @Nullable Transcript noteAnswer() {
    answer = request == null ? null : Transcript.ofAnswer();
    return answer;
  }

  /** Whether it came to an answer of a service. */
  boolean hasEnded() {
    return !outcome.isEmpty();
  }

  /** The account, or {@code anonymous}; who claims an account in vain is anonymous. */
  String client() {
    return account.isEmpty() ? ANONYMOUS : account;
  }

  /** What was asked for, when it has ended. */
  public String operation() {
    return operation;
  }

  String outcome() {
    return outcome;
  }

  /** Whether it came to an answer and to no fault after it. */
  public boolean isAnswered() {
    return outcome.equals(OK);
  }

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** What is to be kept of it; null when its client is not watched. */
  @Nullable Redacted redacted() {
    return request == null
        ? null
        : new Redacted(
            account,
            operation,
            outcome,
            request.toString(),
            answer == null ? "" : answer.toString());
  }
}
