package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Redaction;
import communique.briefing.Version;
import communique.briefing.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes out of the record what the law says must go; the caller's transaction decides. */
@ApplicationScoped
public class Erasures {
  private static final String IN_SCOPE =
      " where briefing = cast(? as uuid) and (? = '' or language = ?) and (? = 0 or number = ?)";

  @PersistenceContext private EntityManager database;
  @Inject private Notices notices;
  @Inject private MediaSweep media;

  /**
   * Takes out all that was said. Identity, digests and times stay.
   *
   * @return the files that no version uses any more, marked to be taken from the disk
   */
  public List<Digest> erase(UUID briefing, Notice.Scope scope, Instant at) {
    List<?> headlines =
        scoped(
                "select headline from version" + IN_SCOPE + " and headline <> ''",
                1,
                briefing,
                scope)
            .getResultList();
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
    if (scope.version() == null) {
      notices.erase(briefing, scope.language(), at);
    }
    // Others, such as those about the whole briefing, may have named it by what is gone now.
    Map<String, Optional<String>> untold = new HashMap<>();
    headlines.forEach(headline -> untold.put((String) headline, Optional.empty()));
    notices.retitle(briefing, untold, at);
    List<?> placed =
        scoped("delete from placement" + IN_SCOPE + " returning sha256", 1, briefing, scope)
            .getResultList();
    return media.erase(
        placed.stream().distinct().map(sha256 -> new Digest((String) sha256)).toList(), at);
  }

  /**
   * Takes out the e-mail addresses of authors and contacts, wherever they stand, also in the titles
   * of notices.
   */
  public void redact(UUID briefing, Notice.Scope scope, Instant at) {
    List<?> rows =
        scoped(
                "select content from version" + IN_SCOPE + " and erased_at is null",
                1,
                briefing,
                scope)
            .getResultList();
    Map<String, Optional<String>> titles = new HashMap<>();
    for (Object row : rows) {
      byte[] content = (byte[]) row;
      byte[] redacted = Redaction.withoutEmailAddresses(content);
      if (redacted != content) {
        Version left = VersionReader.read(redacted);
        replace(left, redacted, at);
        String headline = VersionReader.read(content).content().headline();
        if (headline != null && !headline.equals(left.content().headline())) {
          titles.put(headline, Optional.ofNullable(left.content().headline()));
        }
      }
    }
    notices.retitle(briefing, titles, at);
    scoped("delete from original" + IN_SCOPE, 1, briefing, scope).executeUpdate();
  }

  private void replace(Version version, byte[] redacted, Instant at) {
    SaidColumns said = SaidColumns.of(version.content());
    database
        .createNativeQuery(
            """
            update version set content = ?, redacted_digest = ?, headline = ?, section = ?,
              lead = ?, labels = cast(? as text[]), redacted_at = cast(? as timestamptz)
            where briefing = cast(? as uuid) and language = ? and number = ?""")
        .setParameter(1, redacted)
        .setParameter(2, Digest.of(redacted).bytes())
        .setParameter(3, said.headline())
        .setParameter(4, said.section())
        .setParameter(5, said.lead())
        .setParameter(6, said.labels())
        .setParameter(7, at.toString())
        .setParameter(8, version.briefing().id().toString())
        .setParameter(9, version.language().tag())
        .setParameter(10, version.number())
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
