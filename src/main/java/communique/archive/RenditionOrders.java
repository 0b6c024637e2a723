package communique.archive;

import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pictures of which renditions are still to be made, and those that were. Its methods take part
 * in the caller's transaction. They show nobody anything: whether a caller may see a picture is
 * asked of {@link Versions}.
 */
@ApplicationScoped
public class RenditionOrders {
  /** How often a picture is tried. */
  static final int MOST_ATTEMPTS = 3;

  @PersistenceContext private EntityManager database;
  @Inject private MediaHoldings holdings;

  /**
   * The picture that waits longest. It is this caller's for ten minutes; after those somebody else
   * may try. What ended without a word three times, such as a server that ran out of memory, is not
   * given out again.
   */
  public Optional<MediaFile> next() {
    database
        .createNativeQuery(
            """
            update rendition_order set state = 'failed',
              failure = coalesce(failure, 'every attempt ended without a word')
            where state = 'due' and due_at <= clock_timestamp() and attempts >= ?""")
        .setParameter(1, MOST_ATTEMPTS)
        .executeUpdate();
    List<?> rows =
        database
            .createNativeQuery(
                """
                update rendition_order o
                set attempts = attempts + 1, due_at = clock_timestamp() + interval '10 minutes'
                from media m
                where m.sha256 = o.sha256 and o.sha256 = (
                  select sha256 from rendition_order
                  where state = 'due' and due_at <= clock_timestamp()
                  order by due_at limit 1 for update skip locked)
                returning m.sha256, m.type, m.size, m.width, m.height""")
            .getResultList();
    return rows.stream().findFirst().map(row -> MediaHoldings.file((Object[]) row));
  }

  /**
   * Writes down what was made of a picture, and holds the files.
   *
   * @return false when the picture itself is gone meanwhile; then nothing is written
   */
  public boolean made(Digest sha256, Map<Rendition, MediaFile> renditions) {
    List<?> there =
        database
            .createNativeQuery(
                "select 1 from media where sha256 = ? and erased_at is null for share")
            .setParameter(1, sha256.hex())
            .getResultList();
    if (there.isEmpty()) {
      return false;
    }
    renditions.forEach((rendition, file) -> add(sha256, rendition, file));
    database
        .createNativeQuery(
            "update rendition_order set state = 'made', failure = null where sha256 = ?")
        .setParameter(1, sha256.hex())
        .executeUpdate();
    return true;
  }

  /**
   * Writes down why an attempt failed; the next follows after a minute or two, if there is one.
   *
   * @return whether this was the last attempt
   */
  public boolean failed(Digest sha256, String failure) {
    List<?> states =
        database
            .createNativeQuery(
                """
                update rendition_order set failure = ?,
                  state = case when attempts >= ? then 'failed' else 'due' end,
                  due_at = clock_timestamp() + attempts * interval '1 minute'
                where sha256 = ? returning state""")
            .setParameter(1, failure)
            .setParameter(2, MOST_ATTEMPTS)
            .setParameter(3, sha256.hex())
            .getResultList();
    return states.contains("failed");
  }

  /** A rendition of a picture, if it is made. */
  public Optional<MediaFile> made(Digest sha256, Rendition rendition) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select digest, type, size, width, height from rendition
                where sha256 = ? and name = ?""")
            .setParameter(1, sha256.hex())
            .setParameter(2, rendition.code())
            .getResultList();
    return rows.stream().findFirst().map(row -> MediaHoldings.file((Object[]) row));
  }

  /** Those that are made of some pictures, by picture; in one query. */
  public Map<Digest, Map<Rendition, MediaFile>> madeOf(Collection<Digest> pictures) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select digest, type, size, width, height, sha256, name from rendition
                where sha256 = any (string_to_array(?, ','))""")
            .setParameter(1, pictures.stream().map(Digest::hex).collect(Collectors.joining(",")))
            .getResultList();
    Map<Digest, Map<Rendition, MediaFile>> made = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      made.computeIfAbsent(new Digest((String) row[5]), picture -> new EnumMap<>(Rendition.class))
          .put(Coded.of(Rendition.class, "rendition", (String) row[6]), MediaHoldings.file(row));
    }
    return made;
  }

  private void add(Digest sha256, Rendition rendition, MediaFile file) {
    holdings.lock(List.of(file.sha256()));
    database
        .createNativeQuery(
            """
            insert into rendition (sha256, name, digest, type, size, width, height)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (sha256, name) do update set digest = excluded.digest,
              type = excluded.type, size = excluded.size, width = excluded.width,
              height = excluded.height""")
        .setParameter(1, sha256.hex())
        .setParameter(2, rendition.code())
        .setParameter(3, file.sha256().hex())
        .setParameter(4, file.type())
        .setParameter(5, file.size())
        .setParameter(6, file.width())
        .setParameter(7, file.height())
        .executeUpdate();
  }
}
