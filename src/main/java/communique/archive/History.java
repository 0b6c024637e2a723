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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of what an edition has been: its versions, and which of them was public when. */
@ApplicationScoped
public class History {
  private static final String PUBLIC_FROM = "coalesce(%s.embargo, %<s.accepted_at)";

  private static final String MOMENT =
      "select v.number, v.accepted_at, "
          + PUBLIC_FROM.formatted("v")
          + " as public_from, v.significance,"
          + " cast(convert_from(v.content, 'UTF8') as jsonb) ->> 'reason',"
          + " coalesce(v.redacted_digest, v.digest), v.redacted_at is not null, v.withdrawn_at is null"
          + " and (v.embargo is null or v.embargo <= statement_timestamp())"
          + " from version v where v.briefing = cast(? as uuid) and v.language = ? and v.number > ?"
          + " and";

  /** Not one that a later version has overtaken before its embargo ended. */
  private static final String SHOWN_ONCE =
      "and not exists (select from version l where l.briefing = v.briefing"
          + " and l.language = v.language and l.number > v.number and l.erased_at is null and "
          + PUBLIC_FROM.formatted("l")
          + " <= "
          + PUBLIC_FROM.formatted("v")
          + ")";

  @PersistenceContext private EntityManager database;

  /** The versions of an edition that the caller sees, by number. */
  public List<Moment> versions(
      UUID briefing, LanguageTag language, int after, int limit, Visibility visibility) {
    return moments(
        edition(briefing, language, after, visibility).add("order by v.number limit ?", limit));
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
                .add("and date_trunc('second', " + PUBLIC_FROM.formatted("v") + ")")
                .add("<= cast(? as timestamptz)", at.toString())
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
        (Boolean) row[7]);
  }
}
