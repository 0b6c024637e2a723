package communique.support;

import java.io.IOException;

/** A server that can be started and stopped, again and again, on the same port and data. */
sealed interface Server permits Postgres, Elasticsearch, Liberty {
  /** Begins to start, after stopping what an earlier, killed run left over. */
  void start() throws IOException, CannotRun;

  /** Waits until it answers. */
  void awaitReady() throws IOException, CannotRun;

  /** Stops in good order and waits for it; does nothing when it does not run. */
  void stop() throws IOException;

  Child child();
}
