package communique.archive.imports;

import communique.briefing.Reason;
import communique.briefing.Violation;
import communique.briefing.imports.ImportNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The reports of imports. */
@ApplicationScoped
public class ImportNotes {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /** Adds to the report of a job. */
  public void add(UUID job, List<ImportNote> notes) {
    if (notes.isEmpty()) {
      return;
    }
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    notes.forEach(note -> rows.add(row(note)));
    database
        .createNativeQuery(
            """
            insert into import_note (job, line, place, file, kept, reason, field, rule, value)
            select cast(? as uuid), n.line, n.place, n.file, n.kept, n.reason, n.field, n.rule, n.value
            from jsonb_to_recordset(cast(? as jsonb)) as n(line bigint, place integer, file text,
              kept boolean, reason text, field text, rule text, value text)""")
        .setParameter(1, job.toString())
        .setParameter(2, rows.build().toString())
        .executeUpdate();
  }

  /** The report of a job behind a place in it, in the order of the file. */
  public List<ImportNote> after(UUID job, long line, int place, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select line, place, file, kept, reason, field, rule, value from import_note
                where job = cast(? as uuid) and (line, place) > (?, ?)
                order by line, place limit ?""")
            .setParameter(1, job.toString())
            .setParameter(2, line)
            .setParameter(3, place)
            .setParameter(4, limit)
            .getResultList();
    return rows.stream().map(row -> note((Object[]) row)).toList();
  }

  // PostgreSQL keeps no U+0000, which a line that was refused for it may well have.
  private static String kept(String text) {
    return text.replace('\0', '\ufffd');
  }

  private static JsonObjectBuilder row(ImportNote note) {
    JsonObjectBuilder row =
        JSON.createObjectBuilder()
            .add("line", note.line())
            .add("place", note.place())
            .add("kept", note.kept())
            .add("reason", note.violation().reason().name())
            .add("field", kept(note.violation().field()))
            .add("rule", kept(note.violation().rule()))
            .add("value", kept(note.violation().value()));
    return note.file() == null ? row : row.add("file", kept(note.file()));
  }

  private static ImportNote note(Object[] row) {
    return new ImportNote(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).intValue(),
        (String) row[2],
        (Boolean) row[3],
        new Violation(
            Reason.valueOf((String) row[4]), (String) row[5], (String) row[6], (String) row[7]));
  }
}
