package communique.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which accounts are watched, and what they said: 200 messages of each at most, for 7 days. */
@ApplicationScoped
public class MessageLogs {
  private static final int MOST = 200;
  private static final String HIGHEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  @PersistenceContext private EntityManager database;

  /** The accounts that are watched now. */
  public Set<String> watched() {
    List<?> names =
        database
            .createNativeQuery(
                "select account from watched_account where until > statement_timestamp()")
            .getResultList();
    return names.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** Until when an account is watched; absent when it is not. */
  public Optional<Instant> watchedUntil(String account) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select until from watched_account
                where account = ? and until > statement_timestamp()""")
            .setParameter(1, account)
            .getResultList();
    return rows.stream().findFirst().map(until -> ((Timestamp) until).toInstant());
  }

  /** Has an account watched, within the caller's transaction. */
  public void watch(String account, Instant until, String by) {
    database
        .createNativeQuery(
            """
            insert into watched_account (account, until, watched_by)
            values (?, cast(? as timestamptz), ?)
            on conflict (account) do update set
              until = excluded.until, watched_by = excluded.watched_by""")
        .setParameter(1, account)
        .setParameter(2, until.toString())
        .setParameter(3, by)
        .executeUpdate();
  }

  /** Ends the watch, within the caller's transaction; what was kept stays. */
  public void unwatch(String account) {
    database
        .createNativeQuery("delete from watched_account where account = ?")
        .setParameter(1, account)
        .executeUpdate();
  }

  /** Keeps a message, within the caller's transaction; the oldest of too many goes. */
  public void add(
      UUID id, String account, String operation, String outcome, String request, String answer) {
    database
        .createNativeQuery(
            """
            insert into logged_message (id, account, operation, outcome, request, answer)
            values (cast(? as uuid), ?, ?, ?, ?, ?)""")
        .setParameter(1, id.toString())
        .setParameter(2, account)
        .setParameter(3, operation)
        .setParameter(4, outcome)
        .setParameter(5, request)
        .setParameter(6, answer)
        .executeUpdate();
    database
        .createNativeQuery(
            """
            delete from logged_message where account = ? and id < (
              select id from logged_message where account = ? order by id desc offset ? limit 1)""")
        .setParameter(1, account)
        .setParameter(2, account)
        .setParameter(3, MOST - 1)
        .executeUpdate();
  }

  /**
   * A page of the messages of an account, the newest first.
   *
   * @param before the identity after which the page begins; null for the first
   */
  public List<LoggedMessage> page(String account, @Nullable UUID before, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text), at, operation, outcome, request, answer
                from logged_message
                where account = ? and id < cast(? as uuid)
                  and at > statement_timestamp() - interval '7 days'
                order by id desc limit ?""")
            .setParameter(1, account)
            .setParameter(2, before == null ? HIGHEST : before.toString())
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(row -> message((Object[]) row)).toList();
  }

  /** Drops what is older than 7 days, and watches that have ended. */
  public void drop() {
    database
        .createNativeQuery(
            "delete from logged_message where at <= statement_timestamp() - interval '7 days'")
        .executeUpdate();
    database
        .createNativeQuery("delete from watched_account where until <= statement_timestamp()")
        .executeUpdate();
  }

  private static LoggedMessage message(Object[] row) {
    return new LoggedMessage(
        UUID.fromString((String) row[0]),
        ((Timestamp) row[1]).toInstant(),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5]);
  }
}
