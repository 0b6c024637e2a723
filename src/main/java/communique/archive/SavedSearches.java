package communique.archive;

import communique.briefing.SavedSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The searches that accounts have saved. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class SavedSearches {
  @PersistenceContext private EntityManager database;

  /** Those of an account by name, at most {@code most}. */
  public List<SavedSearch> of(String account, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select name, search, extract(epoch from saved_at) * 1000,
                  extract(epoch from seen_at) * 1000
                from saved_search where account = ? order by name limit ?""")
            .setParameter(1, account)
            .setParameter(2, most)
            .getResultList();
    return rows.stream().map(row -> read((Object[]) row)).toList();
  }

  /** Saves a search under a name, in place of one that had it; its finds count as seen now. */
  public void put(String account, String name, String search) {
    insert(account, name, search, "do update set search = ?3, seen_at = clock_timestamp()");
  }

  /**
   * Saves a search under a name that no other has.
   *
   * @return whether it is saved now
   */
  public boolean add(String account, String name, String search) {
    String same = "do update set search = ?3 where saved_search.search = ?3";
    return insert(account, name, search, same) == 1;
  }

  private int insert(String account, String name, String search, String whereItIs) {
    return database
        .createNativeQuery(
            "insert into saved_search (account, name, search) values (?1, ?2, ?3)"
                + " on conflict (account, name) "
                + whereItIs)
        .setParameter(1, account)
        .setParameter(2, name)
        .setParameter(3, search)
        .executeUpdate();
  }

  /** How many an account has. */
  public int count(String account) {
    return ((Number)
            database
                .createNativeQuery("select count(*) from saved_search where account = ?")
                .setParameter(1, account)
                .getSingleResult())
        .intValue();
  }

  /** Takes the finds of one for seen now, if it is there. */
  public void seen(String account, String name) {
    database
        .createNativeQuery(
            "update saved_search set seen_at = clock_timestamp() where account = ? and name = ?")
        .setParameter(1, account)
        .setParameter(2, name)
        .executeUpdate();
  }

  /** Forgets one, if it is there. */
  public void remove(String account, String name) {
    database
        .createNativeQuery("delete from saved_search where account = ? and name = ?")
        .setParameter(1, account)
        .setParameter(2, name)
        .executeUpdate();
  }

  private static SavedSearch read(Object[] row) {
    return new SavedSearch((String) row[0], (String) row[1], instant(row[2]), instant(row[3]));
  }

  private static Instant instant(Object milliseconds) {
    return Instant.ofEpochMilli(((Number) milliseconds).longValue());
  }
}
