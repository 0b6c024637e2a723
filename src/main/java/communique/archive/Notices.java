package communique.archive;

import communique.access.Visibility;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.NoticeJson;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The archive's words about what is no longer shown: the tombstones that stay at the addresses. Its
 * methods take part in the caller's transaction.
 */
@ApplicationScoped
public class Notices {
  /** Only of what its reader could have seen when it was there. */
  private static final String COVERING =
      """
      select n.content from notice n
      where n.briefing = cast(? as uuid) and n.state in ('withdrawn', 'erased')
        and n.erased_at is null
        and (n.language is null or ? in ('', n.language)) and (n.version is null or n.version = ?)
        and exists (select from version o
          where o.briefing = n.briefing and (n.language is null or o.language = n.language)
            and (o.language = ? or ? = '')
            and (o.number = ? or ? = 0)
            and (? or o.office = any (string_to_array(?, ',')) or %s and (? or %s)))
      order by n.number desc limit 1"""
          .formatted(Editions.NOT_WHILE_WITHDRAWN, Editions.EMBARGO_ENDED);

  @PersistenceContext private EntityManager database;

  /** The number of a briefing's next notice; the briefing must be locked. */
  public int next(UUID briefing) {
    Object last =
        database
            .createNativeQuery(
                "select coalesce(max(number), 0) from notice where briefing = cast(? as uuid)")
            .setParameter(1, briefing.toString())
            .getSingleResult();
    return ((Number) last).intValue() + 1;
  }

  /**
   * The last word that a briefing, or an edition of it, is no longer shown.
   *
   * @param language of the edition; absent for what was said of the briefing as a whole
   */
  public Optional<Notice> last(UUID briefing, @Nullable LanguageTag language) {
    return read(
        database
            .createNativeQuery(
                """
                select content from notice where briefing = cast(? as uuid) and erased_at is null
                  and state in ('withdrawn', 'erased')
                  and (language is null or language = ?) and version is null
                order by number desc limit 1""")
            .setParameter(1, briefing.toString())
            .setParameter(2, language == null ? "" : language.tag()));
  }

  /** The same of editions, by edition; those of which there is none are absent. */
  public Map<EditionId, Notice> lastOf(Collection<EditionId> editions) {
    if (editions.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(k.briefing as text), k.language, n.content
                from unnest(cast(string_to_array(?, ',') as uuid[]), string_to_array(?, ','))
                  as k (briefing, language) cross join lateral (
                  select n.content from notice n where n.briefing = k.briefing
                    and n.erased_at is null and n.state in ('withdrawn', 'erased')
                    and (n.language is null or n.language = k.language) and n.version is null
                  order by n.number desc limit 1) n""")
            .setParameter(1, Joined.of(editions, EditionId::briefing))
            .setParameter(2, Joined.of(editions, EditionId::language))
            .getResultList();
    Map<EditionId, Notice> last = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      last.put(
          new EditionId(UUID.fromString((String) row[0]), new LanguageTag((String) row[1])),
          NoticeJson.read(content(row[2])));
    }
    return last;
  }

  /**
   * Keeps a notice.
   *
   * @param ledgerPosition of the leaf of its canonical form
   */
  public void add(Notice notice, long ledgerPosition, String by) {
    byte[] canonical = NoticeJson.write(notice);
    LanguageTag language = notice.scope().language();
    database
        .createNativeQuery(
            """
            insert into notice (briefing, number, state, content, digest, at, by_account,
              ledger_position, language, version)
            values (cast(? as uuid), ?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?,
              cast(? as integer))""")
        .setParameter(1, notice.briefing().toString())
        .setParameter(2, notice.number())
        .setParameter(3, notice.state().code())
        .setParameter(4, canonical)
        .setParameter(5, Digest.of(canonical).bytes())
        .setParameter(6, notice.at().toString())
        .setParameter(7, by)
        .setParameter(8, ledgerPosition)
        .setParameter(9, language == null ? null : language.tag())
        .setParameter(10, notice.scope().version() == null ? null : "" + notice.scope().version())
        .executeUpdate();
  }

  /**
   * Takes out what the law says must go: the notices of a briefing, or those about one edition.
   *
   * @param language of that edition
   */
  void erase(UUID briefing, @Nullable LanguageTag language, Instant at) {
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

  /**
   * Gives notices of a briefing other titles, where the law says that what theirs was taken from
   * must go.
   *
   * @param titles those that take the place of others; empty where none may be told
   */
  void retitle(UUID briefing, Map<String, Optional<String>> titles, Instant at) {
    if (titles.isEmpty()) {
      return;
    }
    List<?> kept =
        database
            .createNativeQuery(
                """
                select content from notice
                where briefing = cast(? as uuid) and erased_at is null order by number""")
            .setParameter(1, briefing.toString())
            .getResultList();
    for (Object row : kept) {
      Notice notice = NoticeJson.read(content(row));
      String title = notice.title();
      if (title != null && titles.containsKey(title)) {
        redact(notice.titled(titles.getOrDefault(title, Optional.empty()).orElse(null)), at);
      }
    }
  }

  private void redact(Notice notice, Instant at) {
    database
        .createNativeQuery(
            """
            update notice set content = ?, redacted_at = cast(? as timestamptz)
            where briefing = cast(? as uuid) and number = ?""")
        .setParameter(1, NoticeJson.write(notice))
        .setParameter(2, at.toString())
        .setParameter(3, notice.briefing().toString())
        .setParameter(4, notice.number())
        .executeUpdate();
  }

  /** Why a caller sees no version of an edition: WITHDRAWN when it could before, else NOT_FOUND. */
  public Refusal whyNot(EditionId edition, Visibility visibility) {
    return whyNot(
        edition.briefing(),
        new Notice.Scope(edition.language(), null),
        visibility,
        new Refusal(
            Reason.NOT_FOUND,
            "language",
            "must be an edition of a briefing here",
            edition.briefing() + "/" + edition.language()));
  }

  /**
   * Why a caller does not see what it asked for: because it was withdrawn or erased, if the caller
   * could have seen it before; else because there is no such thing.
   *
   * @param asked the address that was asked for
   * @param absent what is said of something that does not exist
   */
  public Refusal whyNot(UUID briefing, Notice.Scope asked, Visibility visibility, Refusal absent) {
    LanguageTag language = asked.language();
    String tag = language == null ? "" : language.tag();
    Integer version = asked.version();
    int number = version == null ? 0 : version;
    Query query =
        database
            .createNativeQuery(COVERING)
            .setParameter(1, briefing.toString())
            .setParameter(2, tag)
            .setParameter(3, number)
            .setParameter(4, tag)
            .setParameter(5, tag)
            .setParameter(6, number)
            .setParameter(7, number)
            .setParameter(8, visibility.withdrawn())
            .setParameter(
                9,
                visibility.offices().stream()
                    .map(OfficeCode::code)
                    .collect(Collectors.joining(",")))
            .setParameter(10, visibility.everything());
    return read(query).map(Refusal::withdrawn).orElse(absent);
  }

  /**
   * Why a caller does not see a file: because it was recalled from all texts that the caller sees,
   * or because there is no such file.
   *
   * @param absent what is said of something that does not exist
   */
  public Refusal whyRecalled(Digest file, Visibility visibility, Refusal absent) {
    return new VisibleQuery(visibility)
            .add("select p.recall_reason, p.sha256 from placement p")
            .add("join version v using (briefing, language, number)")
            .add("where p.sha256 = ? and p.recalled_at is not null and", file.hex())
            .addVisible()
            .add("order by p.recalled_at desc limit 1")
            .rows(database)
            .stream()
            .findFirst()
            .map(
                row ->
                    new Refusal(Reason.WITHDRAWN, "sha256", "was recalled: " + row[0], file.hex()))
            .orElse(absent);
  }

  private static Optional<Notice> read(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().findFirst().map(row -> NoticeJson.read(content(row)));
  }

  private static byte[] content(@Nullable Object row) {
    if (row instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalStateException("a notice has no content");
  }
}
