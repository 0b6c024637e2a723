package communique.soap.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Refusal;
import communique.soap.calls.Call;
import communique.soap.security.Authentication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers to what is asked most, and gives them again as long as their service
 * vouches for them. Only of what anybody may know, asked without a header, the same bytes in the
 * same way: so the answer is the one that the service would give, at a tenth of the cost.
 */
@ApplicationScoped
public class RecentAnswers {
  private static final long MOST_BYTES = 16L << 20;
  private static final String VOUCHED = RecentAnswers.class.getName();

  private final Cache<Question, RecentAnswer> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Question question, RecentAnswer answer) -> question.size() + answer.size())
          // At once, and not when a thread of the JVM's pool has time: the limit is one of memory.
          .executor(Runnable::run)
          .build();

  /** What answers a request that is not answered from memory. */
  public interface Service {
    /** Answers it. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException;
  }

  /**
   * Vouches for the answer to the message that this thread works on, where it is one for anybody.
   *
   * @param still whether it would be the same now; asked before it is remembered, and each time
   *     before it is given again. It is held as long as the answer, and must hold little itself
   */
  public static void vouch(BooleanSupplier still) {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    if (Authentication.isAnybody(message)) {
      Authentication.request(message).setAttribute(VOUCHED, still);
    }
  }

  /** Answers from memory, or has the service answer. */
  public void answer(HttpServletRequest request, HttpServletResponse response, Service service)
      throws ServletException, IOException {
    if (!Question.mayBe(request)) {
      service.answer(request, response);
      return;
    }
    RepeatedRequest repeated = RepeatedRequest.read(request);
    Question question = Question.of(request, repeated.body());
    RecentAnswer known = repeated.isWhole() ? known(question) : null;
    if (known != null) {
      Call.of(request).answeredAgain(known.operation());
      known.send(response);
      return;
    }
    RecordedResponse recorded = new RecordedResponse(response);
    service.answer(repeated, recorded);
    byte[] body = recorded.body();
    Call call = Call.of(request);
    if (body != null
        && call.isAnswered()
        && request.getAttribute(VOUCHED) instanceof BooleanSupplier still) {
      String type = "" + recorded.getContentType();
      remember(question, new RecentAnswer(call.operation(), type, body, still));
    }
  }

  /** The answer that is remembered to a question and still true; null when there is none. */
  @Nullable RecentAnswer known(Question question) {
    RecentAnswer known = answers.getIfPresent(question);
    if (known == null || isStill(known)) {
      return known;
    }
    answers.asMap().remove(question, known);
    return null;
  }

  /** Remembers an answer, unless it is one that could not be given again even now. */
  void remember(Question question, RecentAnswer answer) {
    if (isStill(answer)) {
      answers.put(question, answer);
    }
  }

  // Where nobody can tell, the service tells why.
  private static boolean isStill(RecentAnswer answer) {
    try {
      return answer.still().getAsBoolean();
    } catch (Refusal refusal) {
      return false;
    }
  }
}
