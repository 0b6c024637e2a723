package communique.archive.imports;

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
import org.jspecify.annotations.Nullable;

/** Lines that came before those they build on. */
@ApplicationScoped
public class ParkedLines {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /** Keeps lines until the file has been read. */
  public void add(UUID job, List<Parked> lines) {
    if (lines.isEmpty()) {
      return;
    }
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    lines.forEach(line -> rows.add(row(line)));
    database
        .createNativeQuery(
            """
            insert into import_parked (job, version, line, file, content)
            select cast(? as uuid), p.version, p.line, p.file, p.content
            from rows from (
              jsonb_to_recordset(cast(? as jsonb)) as (version integer, line bigint, file text),
              unnest(cast(? as bytea[]))) as p(version, line, file, content)""")
        .setParameter(1, job.toString())
        .setParameter(2, rows.build().toString())
        .setParameter(3, lines.stream().map(Parked::content).toArray(byte[][]::new))
        .executeUpdate();
  }

  private static JsonObjectBuilder row(Parked line) {
    JsonObjectBuilder row =
        JSON.createObjectBuilder().add("version", line.version()).add("line", line.number());
    return line.file() == null ? row : row.add("file", line.file());
  }

  /** The next ones, lower versions first. */
  public List<Parked> next(UUID job, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select version, line, file, content from import_parked
                where job = cast(? as uuid) order by version, line limit ?""")
            .setParameter(1, job.toString())
            .setParameter(2, most)
            .getResultList();
    return rows.stream().map(row -> parked((Object[]) row)).toList();
  }

  /** Takes a line away that has been done. */
  public void remove(UUID job, long number) {
    database
        .createNativeQuery("delete from import_parked where job = cast(? as uuid) and line = ?")
        .setParameter(1, job.toString())
        .setParameter(2, number)
        .executeUpdate();
  }

  private static Parked parked(Object[] row) {
    return new Parked(
        ((Number) row[1]).longValue(),
        ((Number) row[0]).intValue(),
        (String) row[2],
        (byte[]) row[3]);
  }

  /** A line as it stood in the file. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  public record Parked(long number, int version, @Nullable String file, byte[] content) {}
}
