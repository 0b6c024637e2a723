package communique.archive;

import communique.briefing.Digest;
import communique.briefing.MediaFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which media files the archive holds. Its methods take part in the caller's transaction.
 *
 * <p>Whoever begins to use a file holds it until the transaction ends: the sweeper takes away only
 * what nobody holds, so that a file is never dropped under a version that is about to show it.
 */
@ApplicationScoped
public class MediaHoldings {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /**
   * Holds files that versions show and makes them known; the caller then sees to it that their
   * bytes are in the store. In one order for all, so that two that hold the same wait for each
   * other only once.
   */
  public void hold(Collection<MediaFile> files) {
    if (!files.isEmpty()) {
      lock(files.stream().map(MediaFile::sha256).toList());
      insert(files, null);
    }
  }

  /**
   * Holds a file that was handed over alone, as {@link #hold(Collection)}.
   *
   * <p>Who hands over, alone, the bytes of a file that was recalled somewhere may place it by its
   * digest again, elsewhere: knowing a digest is not having the file, but having it is, and showing
   * it once more is then that office's own decision, as it is when the bytes come with a version.
   * Where it was recalled it stays recalled. What was erased and is not gone yet is new.
   *
   * @param uploadedBy the account that did
   */
  public void hold(MediaFile file, String uploadedBy) {
    lock(List.of(file.sha256()));
    if (insert(List.of(file), uploadedBy) == 0) {
      forgetUploaders(file.sha256());
      beginAnew(file.sha256(), uploadedBy);
      addUploader(file.sha256(), uploadedBy);
    }
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

  // How many were not known, or erased. Of pictures, smaller ones are to be made.
  private int insert(Collection<MediaFile> files, @Nullable String uploadedBy) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    files.forEach(file -> rows.add(row(file)));
    Object fresh =
        database
            .createNativeQuery(
                """
                with fresh as (
                  insert into media (sha256, type, size, width, height, stored_at, uploaded_by)
                  select distinct on (sha256) sha256, type, size, width, height,
                    clock_timestamp(), cast(? as text)
                  from jsonb_to_recordset(cast(? as jsonb))
                    as (sha256 text, type text, size bigint, width integer, height integer)
                  order by sha256
                  on conflict (sha256) do update set erased_at = null,
                    stored_at = excluded.stored_at, uploaded_by = excluded.uploaded_by
                    where media.erased_at is not null
                  returning sha256, type),
                forgotten as (
                  delete from media_upload using fresh where media_upload.sha256 = fresh.sha256),
                pictures as (
                  insert into rendition_order (sha256)
                  select sha256 from fresh where type like 'image/%'
                  on conflict (sha256) do update set state = 'due', attempts = 0,
                    due_at = clock_timestamp(), failure = null)
                select count(*) from fresh""")
            .setParameter(1, uploadedBy)
            .setParameter(2, rows.build().toString())
            .getSingleResult();
    return ((Number) fresh).intValue();
  }

  private static JsonObjectBuilder row(MediaFile file) {
    JsonObjectBuilder row =
        JSON.createObjectBuilder()
            .add("sha256", file.sha256().hex())
            .add("type", file.type())
            .add("size", file.size());
    if (file.width() != null) {
      row.add("width", file.width());
    }
    return file.height() == null ? row : row.add("height", file.height());
  }

  // Shared: those who use a file do not wait for each other, only for who takes it away.
  void lock(Collection<Digest> files) {
    database
        .createNativeQuery(
            """
            select count(pg_advisory_xact_lock_shared(hashtextextended(asked.digest, %d))) from (
              select distinct unnest(string_to_array(?, ',')) collate "C" as digest
              order by 1) as asked"""
                .formatted(MediaSweep.LOCKS))
        .setParameter(1, files.stream().map(Digest::hex).collect(Collectors.joining(",")))
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
