package communique.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * How often EclipseLink asks once more when a connection breaks. By itself it does so three times
 * and waits five seconds before each, with a thread of the server: while the database is away, all
 * of these would soon wait.
 */
public final class Retries implements SessionCustomizer {
  /** Made by EclipseLink. */
  public Retries() {}

  @Override
  public void customize(Session session) {
    DatabaseLogin login = session.getLogin();
    // Once, at once: the connections of before a restart of the database break all together.
    login.setQueryRetryAttemptCount(1);
    login.setDelayBetweenConnectionAttempts(0);
  }
}
