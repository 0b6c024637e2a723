package communique.journal;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits, after the end of the transaction, until the last look before it holds nowhere. */
@Interceptor
@Settled
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
class Settling {
  // A little longer than looks hold: clocks do not run quite alike.
  private static final Duration PAUSE = Watch.HOLDS.plusMillis(5);

  @AroundInvoke
  @Nullable Object invoke(InvocationContext useCase) throws Exception {
    Object result = useCase.proceed();
    Thread.sleep(PAUSE.toMillis());
    return result;
  }
}
