package communique.authority;

import communique.briefing.Coded;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Mention.Role;
import communique.briefing.names.Decided;
import communique.briefing.names.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What archivists decided on names in editions. Whoever shows some of it must have seen the text:
 * see {@link KnownNames#in}. Its methods take part in the caller's transaction.
 */
@ApplicationScoped
public class Decisions {
  private static final String END =
      "update mention_decision set ended_at = clock_timestamp(), ended_by = ?"
          + " where ended_at is null and ";

  @PersistenceContext private EntityManager database;

  /** The decisions on an edition, in the order in which they were made. */
  public List<Decided> of(EditionId edition) {
    return of(List.of(edition.briefing())).getOrDefault(edition, List.of());
  }

  /** The decisions on all editions of some briefings, in the order in which they were made. */
  public Map<EditionId, List<Decided>> of(Collection<UUID> briefings) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text), language, cast(authority as text), verdict, role,
                  spelling, decided_at, decided_by
                from mention_decision where ended_at is null
                  and briefing = any (cast(string_to_array(?, ',') as uuid[]))
                order by decided_at, authority""")
            .setParameter(1, joined(briefings))
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .collect(
            Collectors.groupingBy(
                row ->
                    new EditionId(Identity.of((String) row[0]), new LanguageTag((String) row[1])),
                Collectors.mapping(Decisions::decided, Collectors.toList())));
  }

  /**
   * The briefings after one, by identity, in whose editions authorities are confirmed to be meant.
   */
  public List<UUID> confirmed(Collection<UUID> authorities, UUID after, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text) from mention_decision
                where authority = any (cast(string_to_array(?, ',') as uuid[]))
                  and briefing > cast(? as uuid) and ended_at is null and verdict = 'confirmed'
                group by briefing order by briefing limit ?""")
            .setParameter(1, joined(authorities))
            .setParameter(2, after.toString())
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(row -> Identity.of((String) row)).toList();
  }

  /** Keeps a decision, in the place of the one before on the same authority. */
  public void put(EditionId edition, Decision decision, String by) {
    end(edition, decision.authority(), by);
    Role role = decision.role();
    database
        .createNativeQuery(
            """
            insert into mention_decision
              (briefing, language, authority, verdict, role, spelling, decided_by)
            values (cast(? as uuid), ?, cast(? as uuid), ?, nullif(?, ''), nullif(?, ''), ?)""")
        .setParameter(1, edition.briefing().toString())
        .setParameter(2, edition.language().tag())
        .setParameter(3, decision.authority().toString())
        .setParameter(4, decision.verdict().code())
        .setParameter(5, role == null ? "" : role.code())
        .setParameter(6, decision.spelling() == null ? "" : decision.spelling())
        .setParameter(7, by)
        .executeUpdate();
  }

  /** Ends the decision on an authority, if there is one. */
  public void end(EditionId edition, UUID authority, String by) {
    database
        .createNativeQuery(
            END + "briefing = cast(? as uuid) and language = ? and authority = cast(? as uuid)")
        .setParameter(1, by)
        .setParameter(2, edition.briefing().toString())
        .setParameter(3, edition.language().tag())
        .setParameter(4, authority.toString())
        .executeUpdate();
  }

  /**
   * Ends the decisions on a briefing, and takes out of them, and of those that ended before, what
   * they have of its text.
   *
   * @param language of the edition; null for all
   */
  public void erase(UUID briefing, @Nullable LanguageTag language, String by) {
    String tag = language == null ? "" : language.tag();
    String edition = "briefing = cast(? as uuid) and (? = '' or language = ?)";
    database
        .createNativeQuery(END + edition)
        .setParameter(1, by)
        .setParameter(2, briefing.toString())
        .setParameter(3, tag)
        .setParameter(4, tag)
        .executeUpdate();
    database
        .createNativeQuery("update mention_decision set spelling = null where " + edition)
        .setParameter(1, briefing.toString())
        .setParameter(2, tag)
        .setParameter(3, tag)
        .executeUpdate();
  }

  /**
   * Says of another authority what is decided on one: that it is meant, where nothing is decided on
   * the other. That it is not meant ends.
   */
  public void move(UUID from, UUID to, String by) {
    database
        .createNativeQuery(
            """
            with ended as (
              update mention_decision set ended_at = clock_timestamp(), ended_by = ?
              where ended_at is null and authority = cast(? as uuid) returning *)
            insert into mention_decision
              (briefing, language, authority, verdict, role, spelling, decided_by)
            select e.briefing, e.language, cast(? as uuid), e.verdict, e.role, e.spelling, ?
            from ended e where e.verdict = 'confirmed' and not exists (
              select from mention_decision k where k.ended_at is null
                and k.authority = cast(? as uuid)
                and k.briefing = e.briefing and k.language = e.language)""")
        .setParameter(1, by)
        .setParameter(2, from.toString())
        .setParameter(3, to.toString())
        .setParameter(4, by)
        .setParameter(5, to.toString())
        .executeUpdate();
  }

  /** Ends the decisions on authorities, and takes the spellings out of these and of all before. */
  public void forget(Collection<UUID> authorities, String by) {
    String joined = joined(authorities);
    String of = "authority = any (cast(string_to_array(?, ',') as uuid[]))";
    database
        .createNativeQuery(END + of)
        .setParameter(1, by)
        .setParameter(2, joined)
        .executeUpdate();
    database
        .createNativeQuery("update mention_decision set spelling = null where " + of)
        .setParameter(1, joined)
        .executeUpdate();
  }

  private static String joined(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private static Decided decided(Object[] row) {
    String role = (String) row[4];
    return new Decided(
        new Decision(
            Identity.of((String) row[2]),
            Coded.of(Decision.Verdict.class, "decision", (String) row[3]),
            role == null ? null : Coded.of(Role.class, "role", role),
            (String) row[5]),
        ((Timestamp) row[6]).toInstant(),
        (String) row[7]);
  }
}
