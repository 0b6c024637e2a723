package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Redaction;
import communique.briefing.Version;
import communique.briefing.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes out of the record what the law says must go; the caller's transaction decides. */
@ApplicationScoped
public class Erasures {
  private static final String IN_SCOPE =
      " where briefing = cast(? as uuid) and (? = '' or language = ?) and (? = 0 or number = ?)";

  @PersistenceContext private EntityManager database;

  /**
   * Takes out all that was said. Identity, digests and times stay.
   *
   * @return the files that no version uses any more, marked to be taken from the disk
   */
  public List<Digest> erase(UUID briefing, Notice.Scope scope, Instant at) {
    scoped(
            """
            update version set content = '', headline = null, section = null, lead = '',
              labels = '{}', erased_at = cast(? as timestamptz), redacted_digest = null"""
                + IN_SCOPE
                + " and erased_at is null",
            2,
            briefing,
            scope)
        .setParameter(1, at.toString())
        .executeUpdate();
    scoped("delete from original" + IN_SCOPE, 1, briefing, scope).executeUpdate();
    // They may name the headline of what they are about.
    LanguageTag language = scope.language();
    if (scope.version() == null) {
      String tag = language == null ? "" : language.tag();
      database
          .createNativeQuery(
              """
              update notice set content = '', erased_at = cast(? as timestamptz)
              where briefing = cast(? as uuid) and (? = '' or language = ?) and erased_at is null""")
          .setParameter(1, at.toString())
          .setParameter(2, briefing.toString())
          .setParameter(3, tag)
          .setParameter(4, tag)
          .executeUpdate();
    }
    return unplaced(briefing, scope, at);
  }

  private List<Digest> unplaced(UUID briefing, Notice.Scope scope, Instant at) {
    List<?> placed =
        scoped("delete from placement" + IN_SCOPE + " returning sha256", 1, briefing, scope)
            .getResultList();
    if (placed.isEmpty()) {
      return List.of();
    }
    String digests = String.join(",", placed.stream().map(Object::toString).distinct().toList());
    List<?> gone =
        database
            .createNativeQuery(
                """
                update media m set erased_at = cast(? as timestamptz)
                where m.sha256 = any (string_to_array(?, ','))
                  and not exists (select from placement p where p.sha256 = m.sha256)
                returning m.sha256""")
            .setParameter(1, at.toString())
            .setParameter(2, digests)
            .getResultList();
    return Stream.concat(gone.stream(), renditions(gone).stream())
        .map(digest -> new Digest((String) digest))
        .toList();
  }

  // The smaller pictures go with the picture, unless one of them is a picture of its own as well.
  private List<?> renditions(List<?> originals) {
    String digests = String.join(",", originals.stream().map(Object::toString).toList());
    List<?> made =
        database
            .createNativeQuery(
                """
                delete from rendition where sha256 = any (string_to_array(?, ','))
                returning digest""")
            .setParameter(1, digests)
            .getResultList();
    return database
        .createNativeQuery(
            """
            select asked.digest from unnest(string_to_array(?, ',')) as asked (digest)
            where not exists (select from media where sha256 = asked.digest and erased_at is null)
              and not exists (select from rendition r where r.digest = asked.digest)""")
        .setParameter(1, String.join(",", made.stream().map(Object::toString).toList()))
        .getResultList();
  }

  /** Takes out the e-mail addresses of authors and contacts, wherever they stand. */
  public void redact(UUID briefing, Notice.Scope scope, Instant at) {
    List<?> rows =
        scoped(
                "select content from version" + IN_SCOPE + " and erased_at is null",
                1,
                briefing,
                scope)
            .getResultList();
    for (Object row : rows) {
      byte[] content = (byte[]) row;
      byte[] redacted = Redaction.withoutEmailAddresses(content);
      if (redacted != content) {
        replace(redacted, at);
      }
    }
    scoped("delete from original" + IN_SCOPE, 1, briefing, scope).executeUpdate();
  }

  private void replace(byte[] redacted, Instant at) {
    Version version = VersionReader.read(redacted);
    database
        .createNativeQuery(
            """
            update version set content = ?, redacted_digest = ?, headline = ?, lead = ?,
              redacted_at = cast(? as timestamptz)
            where briefing = cast(? as uuid) and language = ? and number = ?""")
        .setParameter(1, redacted)
        .setParameter(2, Digest.of(redacted).bytes())
        .setParameter(3, version.content().headline())
        .setParameter(4, version.content().body().lead())
        .setParameter(5, at.toString())
        .setParameter(6, version.briefing().id().toString())
        .setParameter(7, version.language().tag())
        .setParameter(8, version.number())
        .executeUpdate();
  }

  /** Forgets a file of which the bytes are gone. */
  public void forget(Digest file) {
    database
        .createNativeQuery("delete from media where sha256 = ? and erased_at is not null")
        .setParameter(1, file.hex())
        .executeUpdate();
  }

  private Query scoped(String sql, int first, UUID briefing, Notice.Scope scope) {
    LanguageTag language = scope.language();
    String tag = language == null ? "" : language.tag();
    Integer version = scope.version();
    int number = version == null ? 0 : version;
    return database
        .createNativeQuery(sql)
        .setParameter(first, briefing.toString())
        .setParameter(first + 1, tag)
        .setParameter(first + 2, tag)
        .setParameter(first + 3, number)
        .setParameter(first + 4, number);
  }
}
