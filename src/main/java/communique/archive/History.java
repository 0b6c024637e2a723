package communique.archive;

import communique.access.Visibility;
import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Moment;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of what an edition has been: its versions, and which of them was public when. */
@ApplicationScoped
public class History {
  private static final String TAKEN_IN = "coalesce(w.embargo, w.accepted_at)";

  private static final String OF_EDITION =
      " from notice n where n.briefing = w.briefing"
          + " and (n.language is null or n.language = w.language) and n.state ";

  /**
   * When everybody could see a version {@code w} first: when it was accepted or its embargo ended,
   * or at the end of the withdrawal that lasted then.
   */
  private static final String PUBLIC_FROM =
      "coalesce((select min(n.at)"
          + OF_EDITION
          + "= 'reinstated' and n.number > (select case n.state when 'withdrawn' then n.number end"
          + OF_EDITION
          + "in ('withdrawn', 'reinstated') and n.at <= "
          + TAKEN_IN
          + " order by n.number desc limit 1)), "
          + TAKEN_IN
          + ")";

  private static final String MOMENT =
      "with moment as (select w.*, "
          + PUBLIC_FROM
          + " as public_from from version w"
          + " where w.briefing = cast(? as uuid) and w.language = ?)"
          + " select v.number, v.accepted_at, v.public_from, v.significance,"
          + " case when v.erased_at is null"
          + " then cast(convert_from(v.content, 'UTF8') as jsonb) ->> 'reason' end,"
          + " coalesce(v.redacted_digest, v.digest), v.redacted_at is not null, v.withdrawn_at is null"
          + " and (v.embargo is null or v.embargo <= statement_timestamp()), "
          + WithheldColumns.WITHDRAWAL
          + ", v.erased_at is not null from moment v where v.number > ? and";

  /** Not one that a later version has overtaken before its embargo ended. */
  private static final String SHOWN_ONCE =
      "and not exists (select from moment l where l.number > v.number and l.erased_at is null"
          + " and l.public_from <= v.public_from)";

  @PersistenceContext private EntityManager database;

  /** The versions of an edition that the caller sees, by number. */
  public List<Moment> versions(
      UUID briefing, LanguageTag language, int after, int limit, Visibility visibility) {
    return moments(
        edition(briefing, language, after, visibility).add("order by v.number limit ?", limit));
  }

  /**
   * The same, with those that were erased and that the caller saw before: what is left of them are
   * their digests, and the notices at their addresses.
   */
  public List<Moment> versionsAndErased(
      UUID briefing, LanguageTag language, int after, int limit, Visibility visibility) {
    return moments(
        new VisibleQuery(visibility)
            .add(MOMENT, briefing.toString(), language.tag(), after)
            .addVisibleOrErased()
            .add("and exists (select from moment m where")
            .addVisible("m")
            .add(") order by v.number limit ?", limit));
  }

  /**
   * Those of them that everybody saw at some time, or will, each with the instant from which on.
   */
  public List<Moment> shown(
      UUID briefing, LanguageTag language, int after, int limit, Visibility visibility) {
    return moments(
        edition(briefing, language, after, visibility)
            .add(SHOWN_ONCE)
            .add("order by v.number limit ?", limit));
  }

  /**
   * The version that everybody saw at an instant.
   *
   * @param at in whole seconds; what became public within that second counts
   */
  public Optional<Moment> at(
      UUID briefing, LanguageTag language, Instant at, Visibility visibility) {
    return moments(
            edition(briefing, language, 0, visibility)
                .add(
                    "and date_trunc('second', v.public_from) <= cast(? as timestamptz)",
                    at.toString())
                .add("order by v.number desc limit 1"))
        .stream()
        .findFirst();
  }

  /** One version, if the caller sees it. */
  public Optional<Moment> numbered(
      UUID briefing, LanguageTag language, int number, Visibility visibility) {
    return moments(
            edition(briefing, language, number - 1, visibility).add("and v.number = ?", number))
        .stream()
        .findFirst();
  }

  /**
   * Demands that an edition was not withdrawn at an instant, alone or with its briefing.
   *
   * @throws Refusal WITHDRAWN when it was
   */
  public void mustNotBeWithdrawn(UUID briefing, LanguageTag language, Instant at) {
    List<?> states =
        database
            .createNativeQuery(
                """
                select state from notice where briefing = cast(? as uuid)
                  and (language is null or language = ?) and state in ('withdrawn', 'reinstated')
                  and date_trunc('second', at) <= cast(? as timestamptz)
                order by number desc limit 1""")
            .setParameter(1, briefing.toString())
            .setParameter(2, language.tag())
            .setParameter(3, at.toString())
            .getResultList();
    if (states.contains(Notice.State.WITHDRAWN.code())) {
      throw new Refusal(
          Reason.WITHDRAWN, "Accept-Datetime", "was withdrawn at that time", at.toString());
    }
  }

  /**
   * The versions that everybody saw at an instant, one of each edition, by language; also of those
   * that were withdrawn then.
   *
   * @param language only of this edition; absent for all
   * @param at what became public within its second counts
   */
  public List<Then> asOf(
      UUID briefing, @Nullable LanguageTag language, Instant at, Visibility visibility) {
    VisibleQuery query =
        new VisibleQuery(visibility)
            .add("select t.content, t.digest, coalesce((select n.state = 'withdrawn'")
            .add("from notice n where n.briefing = cast(? as uuid)", briefing.toString())
            .add("and (n.language is null or n.language = t.language)")
            .add("and n.state in ('withdrawn', 'reinstated')")
            .add("and date_trunc('second', n.at) <= cast(? as timestamptz)", at.toString())
            .add("order by n.number desc limit 1), false) from (")
            .add("select distinct on (v.language) v.language, v.content,")
            .add("coalesce(v.redacted_digest, v.digest) as digest from version v")
            .add("where v.briefing = cast(? as uuid) and", briefing.toString())
            .addVisible()
            .add("and date_trunc('second', " + PUBLIC_FROM.replace("w.", "v.") + ")")
            .add("<= cast(? as timestamptz)", at.toString());
    if (language != null) {
      query.add("and v.language = ?", language.tag());
    }
    return query
        .add("order by v.language, v.number desc) t order by t.language")
        .rows(database)
        .stream()
        .map(row -> new Then(stored(row), (Boolean) row[2]))
        .toList();
  }

  /**
   * Demands that an instant is not to come by the database's clock.
   *
   * @param field that named it
   * @throws Refusal OUT_OF_RANGE when it is
   */
  public void mustHaveBegun(String field, Instant at) {
    Object toCome =
        database
            .createNativeQuery("select cast(? as timestamptz) > statement_timestamp()")
            .setParameter(1, at.toString())
            .getSingleResult();
    if (Boolean.TRUE.equals(toCome)) {
      throw new Refusal(Reason.OUT_OF_RANGE, field, "must not be to come", at.toString());
    }
  }

  private static Stored stored(Object[] row) {
    return new Stored((byte[]) row[0], Digest.ofFinished((byte[]) row[1]), true);
  }

  private static VisibleQuery edition(
      UUID briefing, LanguageTag language, int after, Visibility visibility) {
    return new VisibleQuery(visibility)
        .add(MOMENT, briefing.toString(), language.tag(), after)
        .addVisible();
  }

  private List<Moment> moments(VisibleQuery query) {
    return query.rows(database).stream().map(History::moment).toList();
  }

  private static Moment moment(Object[] row) {
    String significance = (String) row[3];
    return new Moment(
        ((Number) row[0]).intValue(),
        ((Timestamp) row[1]).toInstant(),
        ((Timestamp) row[2]).toInstant(),
        significance == null ? null : Coded.of(Significance.class, "significance", significance),
        (String) row[4],
        Digest.ofFinished((byte[]) row[5]),
        (Boolean) row[6],
        (Boolean) row[7],
        WithheldColumns.withdrawal(row[8]),
        (Boolean) row[9]);
  }

  /**
   * A version that everybody saw once.
   *
   * @param withdrawn whether its edition was withdrawn then, alone or with its briefing
   */
  public record Then(Stored stored, boolean withdrawn) {}
}
