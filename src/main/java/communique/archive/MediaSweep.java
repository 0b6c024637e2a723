package communique.archive;

import communique.briefing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
      stored_at < clock_timestamp() - interval '7 days'
      and not exists (select from placement p where p.sha256 = media.sha256)""";

  @PersistenceContext private EntityManager database;

  /**
   * The next files, by address, that have been kept for a week and that no version shows.
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
    return rows.stream().map(row -> new Digest((String) row)).toList();
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
            .setParameter(1, String.join(",", files.stream().map(Digest::hex).toList()))
            .getResultList();
    named.forEach(each -> unnamed.remove(new Digest((String) each)));
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
}
