package communique.accounts;

import communique.access.MessageLogs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Drops messages that were kept for 7 days, and watches that have ended. */
@ApplicationScoped
public class DropMessages {
  @Inject private MessageLogs logs;

  /** Drops them. */
  @Transactional
  public void drop() {
    logs.drop();
  }
}
