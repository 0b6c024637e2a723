package communique.archive;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.ToldTranslation;
import communique.briefing.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which briefings are linked with each other, whoever may see them. Its methods take part in the
 * caller's transaction.
 */
@ApplicationScoped
public class Links {
  /** Those that are linked with one of some briefings, these included. */
  private static final String MEMBERS =
      "(select o.briefing from linked l join linked o on o.set_id = l.set_id and o.ended_at is null"
          + " where l.briefing = any (cast(string_to_array(?, ',') as uuid[]))"
          + " and l.ended_at is null)";

  @PersistenceContext private EntityManager database;

  /**
   * Keeps what is linked with the briefings as it is until the transaction ends, and their editions
   * as well. One transaction at a time changes links, and takes the briefings in the order of their
   * identities: two that want the same wait for each other only once.
   */
  public void lock(Collection<UUID> briefings) {
    database
        .createNativeQuery("select count(pg_advisory_xact_lock(hashtextextended('linked', 0)))")
        .getSingleResult();
    database
        .createNativeQuery(
            "select 1 from briefing where id = any (array("
                + "select cast(unnest(string_to_array(?, ',')) as uuid) union "
                + MEMBERS
                + ")) order by id for update")
        .setParameter(1, Joined.of(briefings))
        .setParameter(2, Joined.of(briefings))
        .getResultList();
  }

  /**
   * Lets nobody else add an edition to what is linked with a briefing until the transaction ends.
   * The briefing must be locked, so that its links stay as they are.
   */
  public void lockSet(UUID briefing) {
    database
        .createNativeQuery(
            """
            select 1 from linked where ended_at is null and set_id = (
              select set_id from linked where briefing = cast(? as uuid) and ended_at is null)
            order by briefing for update""")
        .setParameter(1, briefing.toString())
        .getResultList();
  }

  /** The briefings that are linked with one, without itself. */
  public List<UUID> others(UUID briefing) {
    List<?> rows =
        database
            .createNativeQuery(
                "select cast(m.briefing as text) from "
                    + MEMBERS
                    + " as m where m.briefing <> cast(? as uuid)")
            .setParameter(1, briefing.toString())
            .setParameter(2, briefing.toString())
            .getResultList();
    return rows.stream().map(row -> UUID.fromString((String) row)).toList();
  }

  /**
   * The briefings of whose links a change of some others may be told: those that are linked with
   * one of them, or were until it was taken out.
   */
  public List<UUID> touchedBy(Collection<UUID> briefings) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select distinct cast(o.briefing as text) from linked l
                join linked o on o.set_id = l.set_id and o.ended_at is null
                where l.briefing = any (cast(string_to_array(?, ',') as uuid[]))""")
            .setParameter(1, Joined.of(briefings))
            .getResultList();
    return rows.stream().map(row -> UUID.fromString((String) row)).toList();
  }

  /**
   * With what everybody sees some briefings are linked, by identity; those that are linked with
   * nothing such are absent.
   */
  public Map<UUID, List<UUID>> open(Collection<UUID> briefings) {
    if (briefings.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<UUID>> linked = new HashMap<>();
    new VisibleQuery(Caller.ANONYMOUS.visibility())
        .add("select cast(l.briefing as text), cast(o.briefing as text) from linked l")
        .add("join linked o on o.set_id = l.set_id and o.ended_at is null")
        .add("and o.briefing <> l.briefing where l.ended_at is null")
        .add("and l.briefing = any (cast(string_to_array(?, ',') as uuid[]))", Joined.of(briefings))
        .add("and exists (select from version v where v.briefing = o.briefing and")
        .addVisible()
        .add(") order by o.briefing")
        .rows(database)
        .forEach(
            row ->
                linked
                    .computeIfAbsent(UUID.fromString((String) row[0]), none -> new ArrayList<>())
                    .add(UUID.fromString((String) row[1])));
    return linked;
  }

  /** Makes briefings one set; the sets in which they were end. They must be locked. */
  public void join(Collection<UUID> briefings, String by) {
    end("linked", "briefing", briefings, by);
    database
        .createNativeQuery(
            """
            insert into linked (briefing, set_id, linked_by)
            select one, cast(? as uuid), ?
            from unnest(cast(string_to_array(?, ',') as uuid[])) as one""")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, by)
        .setParameter(3, Joined.of(briefings))
        .executeUpdate();
  }

  /** Keeps what is said of an edition, in the place of what was said before. */
  public void tell(ToldTranslation translation, String by) {
    endTranslations(translation.briefing(), translation.language(), by);
    Translation from = translation.from();
    database
        .createNativeQuery(
            """
            insert into linked_translation (briefing, language, source, source_language,
              source_version, translator, told_by)
            values (cast(? as uuid), ?, cast(? as uuid), ?, ?, ?, ?)""")
        .setParameter(1, translation.briefing().toString())
        .setParameter(2, translation.language().tag())
        .setParameter(3, translation.source().toString())
        .setParameter(4, from.from().tag())
        .setParameter(5, from.version())
        .setParameter(6, from.translator())
        .setParameter(7, by)
        .executeUpdate();
  }

  /** What is said of the editions of some briefings. */
  public List<ToldTranslation> told(Collection<UUID> briefings) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text), language, cast(source as text), source_language,
                  source_version, translator
                from linked_translation where ended_at is null
                  and briefing = any (cast(string_to_array(?, ',') as uuid[]))""")
            .setParameter(1, Joined.of(briefings))
            .getResultList();
    return rows.stream().map(row -> told((Object[]) row)).toList();
  }

  /** Takes a briefing out of its set; what was said of it and by it ends. */
  public void leave(UUID briefing, String by) {
    end("linked", "briefing", List.of(briefing), by);
    end("linked_translation", "briefing", List.of(briefing), by);
    end("linked_translation", "source", List.of(briefing), by);
  }

  /**
   * Takes out what the law says must go: all of a briefing, or what is said of one edition.
   *
   * @param language of that edition
   */
  public void erase(UUID briefing, @Nullable LanguageTag language, String by) {
    if (language == null) {
      leave(briefing, by);
    }
    endTranslations(briefing, language, by);
    database
        .createNativeQuery(
            """
            update linked_translation set translator = null
            where briefing = cast(? as uuid) and (? = '' or language = ?)""")
        .setParameter(1, briefing.toString())
        .setParameter(2, language == null ? "" : language.tag())
        .setParameter(3, language == null ? "" : language.tag())
        .executeUpdate();
  }

  private void end(String table, String column, Collection<UUID> briefings, String by) {
    database
        .createNativeQuery(
            "update "
                + table
                + " set ended_at = clock_timestamp(), ended_by = ? where ended_at is null and "
                + column
                + " = any (cast(string_to_array(?, ',') as uuid[]))")
        .setParameter(1, by)
        .setParameter(2, Joined.of(briefings))
        .executeUpdate();
  }

  private void endTranslations(UUID briefing, @Nullable LanguageTag language, String by) {
    database
        .createNativeQuery(
            """
            update linked_translation set ended_at = clock_timestamp(), ended_by = ?
            where ended_at is null and briefing = cast(? as uuid) and (? = '' or language = ?)""")
        .setParameter(1, by)
        .setParameter(2, briefing.toString())
        .setParameter(3, language == null ? "" : language.tag())
        .setParameter(4, language == null ? "" : language.tag())
        .executeUpdate();
  }

  private static ToldTranslation told(Object[] row) {
    return new ToldTranslation(
        UUID.fromString((String) row[0]),
        new LanguageTag((String) row[1]),
        UUID.fromString((String) row[2]),
        new Translation(
            new LanguageTag((String) row[3]), ((Number) row[4]).intValue(), (String) row[5]));
  }
}
