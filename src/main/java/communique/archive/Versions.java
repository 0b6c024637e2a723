package communique.archive;

import communique.access.Visibility;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of single versions and of the media they use. */
@ApplicationScoped
public class Versions {
  private static final String SERVED =
      "v.content, v.digest, v.embargo is null or v.embargo <= statement_timestamp()"
          + " from version v where v.briefing = cast(? as uuid) and";
  private static final String STORED = "select " + SERVED + " v.language = ? and";

  @PersistenceContext private EntityManager database;

  /** The version of an edition that the caller sees. */
  public Optional<Stored> current(UUID briefing, LanguageTag language, Visibility visibility) {
    return stored(
        new VisibleQuery(visibility)
            .add(STORED, briefing.toString(), language.tag())
            .addVisible()
            .add("order by v.number desc limit 1"));
  }

  /** The versions of all editions of a briefing that the caller sees, by language. */
  public List<Stored> allCurrent(UUID briefing, Visibility visibility) {
    return new VisibleQuery(visibility)
            .add("select distinct on (v.language) " + SERVED, briefing.toString())
            .addVisible()
            .add("order by v.language, v.number desc")
            .rows(database)
            .stream()
            .map(Versions::served)
            .toList();
  }

  /** A version by its number, if the caller sees it. */
  public Optional<Stored> numbered(
      UUID briefing, LanguageTag language, int number, Visibility visibility) {
    return stored(
        new VisibleQuery(visibility)
            .add(STORED, briefing.toString(), language.tag())
            .addVisible()
            .add("and v.number = ?", number));
  }

  /** A media file that a version uses which the caller sees. */
  public Optional<MediaFile> media(Digest sha256, Visibility visibility) {
    return new VisibleQuery(visibility)
            .add(
                "select m.type, m.size, m.width, m.height from media m where m.sha256 = ?",
                sha256.hex())
            .add("and exists (select from placement p")
            .add("join version v using (briefing, language, number)")
            .add("where p.sha256 = m.sha256 and")
            .addVisible()
            .add(")")
            .rows(database)
            .stream()
            .findFirst()
            .map(row -> file(sha256, row));
  }

  private Optional<Stored> stored(VisibleQuery query) {
    return query.rows(database).stream().findFirst().map(Versions::served);
  }

  private static Stored served(Object[] row) {
    return new Stored((byte[]) row[0], Digest.ofFinished((byte[]) row[1]), (Boolean) row[2]);
  }

  private static MediaFile file(Digest sha256, Object[] row) {
    return new MediaFile(
        sha256, (String) row[0], ((Number) row[1]).longValue(), number(row[2]), number(row[3]));
  }

  private static @Nullable Integer number(@Nullable Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
