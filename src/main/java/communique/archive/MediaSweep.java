package communique.archive;

import communique.briefing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Taking away what no version shows. Its methods take part in the caller's transaction. What
 * somebody holds (see {@link MediaHoldings}) is left alone; what is to be taken away can be held by
 * nobody until the transaction ends.
 */
@ApplicationScoped
public class MediaSweep {
  /** The number space of the locks that say a file is in use. */
  static final int LOCKS = 1;

  private static final String UNPLACED =
      """
      (stored_at < clock_timestamp() - interval '7 days' or erased_at is not null)
      and not exists (select from placement p where p.sha256 = media.sha256)""";

  @PersistenceContext private EntityManager database;

  /**
   * The next files, by address, that no version shows: those that have been kept for a week, and
   * those that the law says must go.
   *
   * @param after the address before them; empty for the first
   */
  public List<Digest> unplaced(String after, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                "select sha256 from media where sha256 > ? and "
                    + UNPLACED
                    + " order by sha256 limit ?")
            .setParameter(1, after)
            .setParameter(2, most)
            .getResultList();
    return digests(rows);
  }

  /**
   * Marks files to be taken from the store at once, but not those that a version shows. Waits for
   * who has begun to use one.
   *
   * @return those that were marked, and their renditions
   */
  List<Digest> erase(Collection<Digest> files, Instant at) {
    if (files.isEmpty()) {
      return List.of();
    }
    lock(files);
    // In a statement of its own: it must see what was committed while the one before waited.
    List<?> marked =
        database
            .createNativeQuery(
                """
                update media set erased_at = cast(? as timestamptz)
                where sha256 = any (string_to_array(?, ','))
                  and not exists (select from placement p where p.sha256 = media.sha256)
                returning sha256""")
            .setParameter(1, at.toString())
            .setParameter(2, joined(files))
            .getResultList();
    List<Digest> gone = new ArrayList<>(digests(marked));
    List<?> renditions =
        database
            .createNativeQuery(
                """
                delete from rendition where sha256 = any (string_to_array(?, ','))
                returning digest""")
            .setParameter(1, joined(gone))
            .getResultList();
    gone.addAll(digests(renditions));
    return gone;
  }

  // In one order for all: see MediaHoldings.lock.
  private void lock(Collection<Digest> files) {
    database
        .createNativeQuery(
            """
            select count(pg_advisory_xact_lock(hashtextextended(asked.digest, %d))) from (
              select distinct unnest(string_to_array(?, ',')) collate "C" as digest
              order by 1) as asked"""
                .formatted(LOCKS))
        .setParameter(1, joined(files))
        .getSingleResult();
  }

  /** Forgets a file and its renditions, unless it is in use by now. */
  public boolean forget(Digest sha256) {
    // First the row, then the question: what was committed while it was locked is seen then.
    return isFree(sha256)
        && isLocked(sha256)
        && database
                .createNativeQuery("delete from media where sha256 = ? and " + UNPLACED)
                .setParameter(1, sha256.hex())
                .executeUpdate()
            == 1;
  }

  /** Those of the files that the record does not name. */
  public Set<Digest> unnamed(Collection<Digest> files) {
    Set<Digest> unnamed = new HashSet<>(files);
    List<?> named =
        database
            .createNativeQuery(
                """
            with asked as (select unnest(string_to_array(?, ',')) as digest)
            select digest from asked join media m on m.sha256 = digest
            union select digest from asked join rendition r using (digest)""")
            .setParameter(1, joined(files))
            .getResultList();
    digests(named).forEach(unnamed::remove);
    return unnamed;
  }

  /**
   * Whether the file can be taken from the store: the record does not name it, and until the
   * transaction ends nobody can begin to use it.
   */
  public boolean mayGo(Digest file) {
    return isFree(file) && unnamed(List.of(file)).contains(file);
  }

  private boolean isLocked(Digest sha256) {
    return !database
        .createNativeQuery("select 1 from media where sha256 = ? for update skip locked")
        .setParameter(1, sha256.hex())
        .getResultList()
        .isEmpty();
  }

  private boolean isFree(Digest file) {
    return (Boolean)
        database
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtextextended(?, %d))".formatted(LOCKS))
            .setParameter(1, file.hex())
            .getSingleResult();
  }

  private static String joined(Collection<Digest> files) {
    return files.stream().map(Digest::hex).collect(Collectors.joining(","));
  }

  private static List<Digest> digests(List<?> rows) {
    return rows.stream().map(row -> new Digest((String) row)).toList();
  }
}
