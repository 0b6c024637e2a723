package communique.archive;

import communique.briefing.Digest;
import communique.briefing.MediaFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Which media files the archive holds. Its methods take part in the caller's transaction.
 *
 * <p>Whoever begins to use a file holds it until the transaction ends: the sweeper takes away only
 * what nobody holds, so that a file is never dropped under a version that is about to show it.
 */
@ApplicationScoped
public class MediaHoldings {
  @PersistenceContext private EntityManager database;

  /**
   * Holds a file and makes it known; the caller then sees to it that its bytes are in the store.
   *
   * <p>Who hands over, alone, the bytes of a file that was recalled somewhere may place it by its
   * digest again, elsewhere: knowing a digest is not having the file, but having it is, and showing
   * it once more is then that office's own decision, as it is when the bytes come with a version.
   * Where it was recalled it stays recalled. What was erased and is not gone yet is new.
   *
   * @param uploadedBy the account that handed it over alone; absent when it came with its version
   * @return whether it was not known before
   */
  public boolean hold(MediaFile file, @Nullable String uploadedBy) {
    lock(file.sha256());
    boolean fresh = insert(file, uploadedBy) || revive(file.sha256(), uploadedBy);
    if (!fresh && uploadedBy != null) {
      forgetUploaders(file.sha256());
      beginAnew(file.sha256(), uploadedBy);
      addUploader(file.sha256(), uploadedBy);
    }
    if (fresh && file.type().startsWith("image/")) {
      database
          .createNativeQuery(
              """
              insert into rendition_order (sha256) values (?)
              on conflict (sha256) do update set state = 'due', attempts = 0,
                due_at = clock_timestamp(), failure = null""")
          .setParameter(1, file.sha256().hex())
          .executeUpdate();
    }
    return fresh;
  }

  // Who had handed it over before it was recalled has not handed it over since.
  private void forgetUploaders(Digest sha256) {
    database
        .createNativeQuery(
            """
            delete from media_upload u using media m, placement p
            where u.sha256 = ? and m.sha256 = u.sha256 and p.sha256 = u.sha256
              and p.recalled_at > m.stored_at""")
        .setParameter(1, sha256.hex())
        .executeUpdate();
  }

  private void addUploader(Digest sha256, String account) {
    database
        .createNativeQuery(
            """
            insert into media_upload (sha256, account)
            select m.sha256, cast(? as text) from media m
            where m.sha256 = ? and m.uploaded_by is distinct from cast(? as text)
            on conflict do nothing""")
        .setParameter(1, account)
        .setParameter(2, sha256.hex())
        .setParameter(3, account)
        .executeUpdate();
  }

  // The week within which an uploaded file is to be placed; of a recalled one, its new life.
  private void beginAnew(Digest sha256, String uploadedBy) {
    database
        .createNativeQuery(
            """
            update media set stored_at = clock_timestamp(),
              uploaded_by = case when used.recalled then ? else uploaded_by end
            from (select count(p.sha256) as times, bool_or(p.recalled_at > m.stored_at) as recalled
              from media m left join placement p using (sha256) where m.sha256 = ?) used
            where media.sha256 = ? and (used.times = 0 or used.recalled)""")
        .setParameter(1, uploadedBy)
        .setParameter(2, sha256.hex())
        .setParameter(3, sha256.hex())
        .executeUpdate();
  }

  private boolean insert(MediaFile file, @Nullable String uploadedBy) {
    return database
            .createNativeQuery(
                """
                insert into media (sha256, type, size, width, height, stored_at, uploaded_by)
                values (?, ?, ?, cast(? as integer), cast(? as integer), clock_timestamp(), ?)
                on conflict do nothing""")
            .setParameter(1, file.sha256().hex())
            .setParameter(2, file.type())
            .setParameter(3, file.size())
            .setParameter(4, file.width() == null ? null : file.width().toString())
            .setParameter(5, file.height() == null ? null : file.height().toString())
            .setParameter(6, uploadedBy)
            .executeUpdate()
        == 1;
  }

  private boolean revive(Digest sha256, @Nullable String uploadedBy) {
    boolean erased =
        database
                .createNativeQuery(
                    """
                    update media set erased_at = null, stored_at = clock_timestamp(),
                      uploaded_by = ?
                    where sha256 = ? and erased_at is not null""")
                .setParameter(1, uploadedBy)
                .setParameter(2, sha256.hex())
                .executeUpdate()
            == 1;
    if (erased) {
      database
          .createNativeQuery("delete from media_upload where sha256 = ?")
          .setParameter(1, sha256.hex())
          .executeUpdate();
    }
    return erased;
  }

  // Shared: those who use a file do not wait for each other, only for who takes it away.
  void lock(Digest sha256) {
    database
        .createNativeQuery(
            """
            select 1 from (
              select pg_advisory_xact_lock_shared(hashtextextended(?, %d))) as locked"""
                .formatted(MediaSweep.LOCKS))
        .setParameter(1, sha256.hex())
        .getSingleResult();
  }

  /** A file from its columns: address, type, size, width, height. */
  static MediaFile file(Object[] row) {
    return new MediaFile(
        new Digest((String) row[0]),
        (String) row[1],
        ((Number) row[2]).longValue(),
        number(row[3]),
        number(row[4]));
  }

  private static @Nullable Integer number(@Nullable Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
