package communique.database;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away from other failures; outside the transaction, to see its end too.
 */
@Interceptor
@NeedsDatabase
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class DatabaseAway {
  /**
   * Connection lost or refused; transaction rolled back for the sake of others; too few resources;
   * the server is going down or coming up.
   */
  private static final Set<String> AWAY = Set.of("08", "40", "53", "57");

  // Whatever the use case throws passes through; only its meaning is looked at.
  @AroundInvoke
  @Nullable Object invoke(InvocationContext useCase) throws Exception {
    try {
      return useCase.proceed();
    } catch (RuntimeException failure) {
      if (!(failure instanceof Refusal) && isAway(failure)) {
        throw new Refusal(
            Reason.RECORD_UNAVAILABLE, "", "the record cannot be reached now", "", failure);
      }
      throw failure;
    }
  }

  private static boolean isAway(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql
          && sql.getSQLState() != null
          && AWAY.contains(sql.getSQLState().substring(0, 2))) {
        return true;
      }
    }
    return false;
  }
}
