package communique.support;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A lock that a test holds, so that what the system does meanwhile stands still at a known place.
 */
public final class HeldLock implements AutoCloseable {
  private static final String WAITING =
      """
      with recursive waiting as (
        select pid from pg_stat_activity where %1$d = any (pg_blocking_pids(pid))
        union
        select a.pid from pg_stat_activity a
          join waiting w on w.pid = any (pg_blocking_pids(a.pid)))
      select count(*) from waiting""";

  private final RunningSystem system;
  private final Connection holder;
  private final long session;

  private HeldLock(RunningSystem system, String statement) throws SQLException {
    this.system = system;
    this.holder = system.database();
    holder.setAutoCommit(false);
    try (Statement taking = holder.createStatement()) {
      taking.execute(statement);
    }
    this.session = number(holder, "select pg_backend_pid()");
  }

  /** The lock of whoever changes a briefing. */
  public static HeldLock ofBriefing(String id, RunningSystem system) throws SQLException {
    return new HeldLock(system, "select 1 from briefing where id = '" + id + "' for update");
  }

  /** A lock for which everybody waits who begins to use a file. */
  public static HeldLock ofFile(Digest file, RunningSystem system) throws SQLException {
    return new HeldLock(
        system, "select pg_advisory_xact_lock(hashtextextended('%s', 1))".formatted(file.hex()));
  }

  /** Waits until so many wait for the lock, be it by way of each other. */
  public void awaitWaiting(int sessions) throws Exception {
    Instant end = Instant.now().plusSeconds(10);
    long waiting = 0;
    try (Connection observer = system.database()) {
      while (waiting < sessions && Instant.now().isBefore(end)) {
        Thread.sleep(20);
        waiting = number(observer, WAITING.formatted(session));
      }
    }
    assertThat(waiting).as("sessions that wait").isEqualTo(sessions);
  }

  /** Lets them go on. */
  @Override
  public void close() throws SQLException {
    holder.rollback();
    holder.close();
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
