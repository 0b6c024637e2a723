package communique.archive;

import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.FileState;
import communique.briefing.MediaCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are not what their address says. Its methods take part in the transaction. */
@ApplicationScoped
public class MediaFaults {
  private static final int SHOWN = 1000;

  @PersistenceContext private EntityManager database;

  /**
   * The next files that the record names, by address.
   *
   * @param after the address before them; empty for the first
   */
  public List<Digest> files(String after, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
            select digest from (
              (select sha256 as digest from media where sha256 > ? order by 1 limit ?)
              union
              (select digest from rendition where digest > ? order by 1 limit ?)) as named
            order by 1 limit ?""")
            .setParameter(1, after)
            .setParameter(2, most)
            .setParameter(3, after)
            .setParameter(4, most)
            .setParameter(5, most)
            .getResultList();
    return rows.stream().map(row -> new Digest((String) row)).toList();
  }

  /**
   * Writes down in what state a file was found, if the record still names it.
   *
   * @return whether that is a fault that was not known
   */
  public boolean found(Digest file, FileState state) {
    database
        .createNativeQuery("delete from media_fault where digest = ? and fault <> ?")
        .setParameter(1, file.hex())
        .setParameter(2, state.code())
        .executeUpdate();
    return state != FileState.INTACT
        && database
                .createNativeQuery(
                    """
                    insert into media_fault (digest, fault, found_at)
                    select ?, ?, clock_timestamp()
                    where exists (select from media where sha256 = ?)
                      or exists (select from rendition where digest = ?)
                    on conflict do nothing""")
                .setParameter(1, file.hex())
                .setParameter(2, state.code())
                .setParameter(3, file.hex())
                .setParameter(4, file.hex())
                .executeUpdate()
            == 1;
  }

  /** Drops faults of files that the record no longer names. */
  public void forgetUnnamed() {
    database
        .createNativeQuery(
            """
            delete from media_fault f
            where not exists (select from media where sha256 = f.digest)
              and not exists (select from rendition where digest = f.digest)""")
        .executeUpdate();
  }

  /** What the check of the files has found. */
  public MediaCheck report() {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(
                    """
                    select asked_at is not null or coalesce(leased_until > clock_timestamp(), false),
                      started_at, finished_at, files, bytes, (select count(*) from media_fault)
                    from upkeep where name = 'ScrubMedia'""")
                .getSingleResult();
    return new MediaCheck(
        (Boolean) row[0],
        instant(row[1]),
        instant(row[2]),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        faults());
  }

  private List<MediaCheck.Fault> faults() {
    List<?> rows =
        database
            .createNativeQuery(
                "select digest, fault, found_at from media_fault order by digest limit ?")
            .setParameter(1, SHOWN)
            .getResultList();
    return rows.stream().map(row -> fault((Object[]) row)).toList();
  }

  private static MediaCheck.Fault fault(Object[] row) {
    return new MediaCheck.Fault(
        new Digest((String) row[0]),
        Coded.of(FileState.class, "fault", (String) row[1]),
        ((Timestamp) row[2]).toInstant());
  }

  private static @Nullable Instant instant(@Nullable Object time) {
    return time == null ? null : ((Timestamp) time).toInstant();
  }
}
