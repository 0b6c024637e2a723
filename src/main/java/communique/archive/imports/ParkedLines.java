package communique.archive.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines that came before those they build on. */
@ApplicationScoped
public class ParkedLines {
  @PersistenceContext private EntityManager database;

  /** Keeps a line until the file has been read. */
  public void add(UUID job, Parked line) {
    database
        .createNativeQuery(
            """
            insert into import_parked (job, version, line, file, content)
            values (cast(? as uuid), ?, ?, ?, ?)""")
        .setParameter(1, job.toString())
        .setParameter(2, line.version())
        .setParameter(3, line.number())
        .setParameter(4, line.file())
        .setParameter(5, line.content())
        .executeUpdate();
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
