package communique.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fills the record with copies of one briefing that came in by the door: each with its own
 * identity, day, reference code, canonical form, digest, journal entry, ledger leaf and receipt.
 * Those who follow the journal are told to overlook them: indexing a million texts is not what is
 * measured.
 */
final class Holdings {
  private static final int STEP = 25_000;

  // What of a copy is its own; all other columns are as in the original, whatever they are.
  private static final String COPY =
      """
      from %1$s o, generate_series(%2$d, %3$d) n,
      lateral (select cast('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid) as id,
        'XV-PRES/2001/' || lpad(cast(n as text), 7, '0') as reference,
        date '2001-01-01' + n / 120 as dated) copy,
      lateral (select convert_to(replace(replace(replace(replace(convert_from(v.content, 'UTF8'),
        cast(b.id as text), cast(copy.id as text)), b.reference, copy.reference),
        cast(b.dated as text), cast(copy.dated as text)),
        cast(b.event_date as text), cast(copy.dated - 1 as text)), 'UTF8') as bytes
        from version v join briefing b on b.id = v.briefing where b.id = '%4$s') content
      where o.%5$s = '%4$s' order by n""";

  private static final Map<String, Map<String, String>> OWN =
      Map.of(
          "briefing",
          Map.of(
              "id", "copy.id",
              "reference", "copy.reference",
              "dated", "copy.dated",
              "event_date", "copy.dated - 1"),
          "edition",
          Map.of("briefing", "copy.id"),
          "version",
          Map.of(
              "briefing", "copy.id",
              "dated", "copy.dated",
              "issued_date", "copy.dated",
              "content", "content.bytes",
              "digest", "sha256(content.bytes)"),
          "journal",
          Map.of(
              "briefing", "copy.id",
              "position", "(select max(position) from journal) + n - %1$d",
              "public_position", "(select public_position from journal_head) + n - %1$d"),
          "receipt",
          Map.of(
              "briefing", "copy.id",
              "id", "cast('0190ffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid)",
              "depositor_reference", "'copy-' || n",
              "digest", "sha256(content.bytes)",
              "ledger_position", "(select size from ledger_head) + n - %1$d - 1"));

  private static final List<String> TABLES =
      List.of("briefing", "edition", "version", "journal", "receipt");

  private final Connection database;
  private final UUID original;
  private int copies;

  /**
   * @param database as the archive's own role
   * @param original a briefing with one edition of one version
   */
  Holdings(Connection database, UUID original) throws SQLException {
    this.database = database;
    this.original = original;
    execute("set synchronous_commit = off");
  }

  /** The identity of a copy, counted from 1. */
  static UUID copy(int number) {
    return UUID.fromString("01900000-0000-7000-8000-%012x".formatted(number));
  }

  /** Makes as many copies as are missing. */
  void grow(int wanted) throws SQLException {
    List<String> rules = dropForeignKeys();
    while (copies < wanted) {
      int last = Math.min(wanted, copies + STEP);
      add(copies, last);
      copies = last;
    }
    for (String rule : rules) {
      execute(rule);
    }
    execute("vacuum analyze");
  }

  private void add(int before, int last) throws SQLException {
    database.setAutoCommit(false);
    execute("lock table journal_head, ledger_head in exclusive mode");
    for (String table : TABLES) {
      copyRows(table, before, last);
    }
    int count = last - before;
    execute(
        """
        insert into ledger select ledger_position, sha256('\\x00' || digest)
        from receipt, ledger_head where ledger_position >= size""");
    execute("update ledger_head set size = size + " + count);
    execute("update journal_head set public_position = public_position + " + count);
    execute(
        "select setval(pg_get_serial_sequence('journal', 'position'), max(position)) from journal");
    execute("update follower set position = (select max(position) from journal)");
    database.commit();
    database.setAutoCommit(true);
  }

  private void copyRows(String table, int before, int last) throws SQLException {
    Map<String, String> own = OWN.getOrDefault(table, Map.of());
    List<String> columns =
        texts(
            """
            select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0
              and not attisdropped and attgenerated = ''"""
                .formatted(table));
    String values =
        columns.stream()
            .map(column -> own.getOrDefault(column, "o." + column).formatted(before))
            .collect(Collectors.joining(", "));
    String key = table.equals("briefing") ? "id" : "briefing";
    execute(
        "insert into %s (%s) overriding system value select %s "
                .formatted(table, String.join(", ", columns), values)
            + COPY.formatted(table, before + 1, last, original, key));
  }

  // Checked row by row they would take longer than all the rest. As they come back they hold for
  // new rows, and these copies keep to them.
  private List<String> dropForeignKeys() throws SQLException {
    String every =
        " from pg_constraint c join pg_class t on t.oid = c.conrelid where c.contype = 'f'"
            + " and t.relname in ('edition', 'version', 'briefing', 'receipt') order by c.oid";
    List<String> rules =
        texts(
            "select format('alter table %I add constraint %I %s not valid', t.relname, c.conname,"
                + " pg_get_constraintdef(c.oid))"
                + every);
    for (String drop :
        texts("select format('alter table %I drop constraint %I', t.relname, c.conname)" + every)) {
      execute(drop);
    }
    return rules;
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
