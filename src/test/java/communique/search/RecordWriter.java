package communique.search;

import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the record what no door can yet, such as a second version, as the use cases would:
 * together with its entry in the journal.
 */
public final class RecordWriter {
  private final Connection database;

  public RecordWriter(Connection database) {
    this.database = database;
  }

  /**
   * Adds a version.
   *
   * @param embargo from the database's now on
   */
  public void add(Version version, @Nullable Duration embargo) throws SQLException {
    database.setAutoCommit(false);
    Briefing briefing = version.briefing();
    String language = version.language().tag();
    update(
        "insert into briefing values (?, ?, ?, ?, null, current_date, now()) on conflict do nothing",
        briefing.id(),
        briefing.reference(),
        briefing.office().code(),
        briefing.kind().code());
    update(
        "insert into edition (briefing, language) values (?, ?) on conflict do nothing",
        briefing.id(),
        language);
    byte[] content = VersionJson.write(version);
    update(
        """
        insert into version (briefing, language, number, office, content, digest, headline, lead,
          dated, embargo, accepted_at, accepted_by)
        values (?, ?, ?, ?, ?, ?, ?, 'lead', current_date, now() + cast(? as interval), now(), 'test')""",
        briefing.id(),
        language,
        version.number(),
        briefing.office().code(),
        content,
        Digest.of(content).bytes(),
        version.content().headline(),
        embargo == null ? null : embargo.toString());
    update(
        """
        with head as (update journal_head set public_position = public_position + ?
          returning public_position)
        insert into journal (at, verb, briefing, language, version, actor, office, public_position)
        select now(), 'DepositBriefing', ?, ?, ?, 'test', ?,
          case when ? then public_position end from head""",
        embargo == null ? 1 : 0,
        briefing.id(),
        language,
        version.number(),
        briefing.office().code(),
        embargo == null);
    database.commit();
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
