package communique.accounts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.access.MessageLogs;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Set;

/**
 * Keeps messages of watched accounts. Whose they are is looked up every two seconds at most, for
 * all accounts at once, so that it costs the others nothing.
 */
@NeedsDatabase
@ApplicationScoped
public class KeepMessage {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();
  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final String ALL = "all";

  @Inject private MessageLogs logs;

  private final Cache<String, Set<String>> watched =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

  /** Whether messages of an account are wanted. */
  public boolean wants(String account) {
    return watched.get(ALL, all -> logs.watched()).contains(account);
  }

  /** Keeps one. */
  @Transactional
  public void keep(Redacted message) {
    logs.add(
        IDENTITIES.generate(),
        message.account(),
        message.operation(),
        message.outcome(),
        message.request(),
        message.answer());
  }

  /**
   * A message and its answer, of which nothing is left that was content or secret.
   *
   * @param outcome {@code OK}, or the reason of the fault
   * @param request at most 32 KiB
   * @param answer at most 32 KiB
   */
  public record Redacted(
      String account, String operation, String outcome, String request, String answer) {}
}
